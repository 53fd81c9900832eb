import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { trustScore } from './score.ts'
import { trustHistory, trustKindsInForce } from './trust-history.server.ts'

/** Computes a company's score anew from its whole history and keeps it on its row, for lists to sort by. */
export async function keepScore(tx: Tx, companyId: CompanyId): Promise<void> {
  await asOurselves(tx, async () => {
    // Whoever comes second waits here for the first to commit, and then counts its event too.
    await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId)).for('update')
    const at = now()
    const { score } = trustScore(await trustHistory(tx, companyId, at), at, await trustKindsInForce(tx))
    await tx.update(companies).set({ trustScore: score, trustScoreAt: at }).where(eq(companies.id, companyId))
  })
}

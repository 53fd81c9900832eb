import { eq } from 'drizzle-orm'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { trustScore } from '#app/domain/trust/score.ts'
import { trustHistories, trustKindsInForce } from '#app/domain/trust/trust-history.server.ts'
import { companies } from '#db/schema/companies.ts'
import type { Firm } from './companies.ts'
import type { Past } from './past.ts'

/** Keeps on each company the score that its history gives. */
export async function keepScores(tx: Tx, firms: readonly Firm[], { start }: Past): Promise<void> {
  const kinds = await trustKindsInForce(tx)
  const histories = await trustHistories(
    tx,
    firms.map(({ id }) => id),
    start,
  )
  for (const { id } of firms) {
    const { score } = trustScore(histories.get(id) ?? [], start, kinds)
    await tx.update(companies).set({ trustScore: score, trustScoreAt: start }).where(eq(companies.id, id))
  }
}

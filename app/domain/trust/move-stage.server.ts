import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { stageFromFact, type StageFact, type TrustStage } from './stages.ts'

/**
 * Moves a company up the ladder where `fact` proves a higher rung, with a row that says when and why. For the commands
 * that the fact comes from, which have authorised their actor.
 * @param interactionId the contact that proves it, where one does.
 * @returns the stage it stands on now.
 */
export async function moveStageByFact(
  tx: Tx,
  companyId: CompanyId,
  fact: StageFact,
  interactionId: string | null = null,
): Promise<TrustStage> {
  const { from, to } = await asOurselves(tx, async () => {
    const rows = tx.select({ stage: companies.stage }).from(companies).where(eq(companies.id, companyId))
    const [company] = await rows.for('update')
    if (!company) notFound()
    const from = company.stage as TrustStage
    const to = stageFromFact(from, fact)
    if (to !== from) await tx.update(companies).set({ stage: to }).where(eq(companies.id, companyId))
    return { from, to }
  })
  if (to === from) return to
  const change = { id: newId<string>(), companyId, fromStage: from, toStage: to, cause: fact, interactionId }
  await tx.insert(stageChanges).values({ ...change, authorId: userIdOf(tx.actor), at: now() })
  await audit(tx, { action: 'company.stage_moved', subjectType: 'company', subjectId: companyId })
  return to
}

import { and, eq, max, ne } from 'drizzle-orm'
import { companies, interactions } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { takeBackStage } from './take-back-stage.server.ts'

/**
 * Takes back a contact that was noted by mistake: neither the score nor the day of the last contact knows of it any more, nor
 * the ladder the step that it alone proved; the audit log does. For commands that have authorised their actor and locked the company.
 */
export async function takeBackContact(tx: Tx, companyId: CompanyId, interactionId: string): Promise<void> {
  const own = eq(interactions.companyId, companyId)
  await tx.delete(interactions).where(and(eq(interactions.id, interactionId), own))
  const [last] = await tx
    .select({ at: max(interactions.occurredAt) })
    .from(interactions)
    .where(and(own, ne(interactions.outcome, 'no_answer')))
  await tx
    .update(companies)
    .set({ lastContactAt: last?.at ?? null })
    .where(eq(companies.id, companyId))
  await takeBackStage(tx, companyId, interactionId)
  await audit(tx, { action: 'interaction.taken_back', subjectType: 'company', subjectId: companyId })
  await keepScore(tx, companyId)
}

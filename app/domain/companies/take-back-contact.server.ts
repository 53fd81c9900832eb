import { and, asc, eq, isNull, max, ne } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { stageChanges, trustEvents } from '#db/schema/trust.ts'
import { audit } from '../audit/record.server.ts'
import { reopenEndedBy } from '../follow-ups/reopen-ended-by.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { lockCompany } from './lock-company.server.ts'
import { takeBackStage } from './take-back-stage.server.ts'

/**
 * Takes back a contact that was noted by mistake: neither the score nor the day of the last contact knows of it any more, nor
 * the ladder the step that it alone proved, here or at who introduced the company, and what it had ended is planned again; the
 * audit log does. For commands that have authorised their actor and locked the company.
 */
export async function takeBackContact(tx: Tx, companyId: CompanyId, interactionId: string): Promise<void> {
  const own = eq(interactions.companyId, companyId)
  const [gone] = await tx
    .delete(interactions)
    .where(and(eq(interactions.id, interactionId), own))
    .returning({ createdAt: interactions.createdAt })
  if (!gone) return
  const [last] = await tx
    .select({ at: max(interactions.occurredAt) })
    .from(interactions)
    .where(and(own, ne(interactions.outcome, 'no_answer')))
  await tx
    .update(companies)
    .set({ lastContactAt: last?.at ?? null })
    .where(eq(companies.id, companyId))
  await takeBackSteps(tx, companyId, interactionId)
  await tx
    .update(trustEvents)
    .set({ withdrawnAt: now() })
    .where(
      and(
        eq(trustEvents.companyId, companyId),
        eq(trustEvents.causeType, 'interaction'),
        eq(trustEvents.causeId, interactionId),
        isNull(trustEvents.withdrawnAt),
      ),
    )
  await reopenEndedBy(tx, companyId, { fact: 'contacted', since: gone.createdAt })
  await emit(tx, 'company.plan_due', { companyId })
  await audit(tx, { action: 'interaction.taken_back', subjectType: 'company', subjectId: companyId })
  await keepScore(tx, companyId)
}

/** At the company itself, and at those that introduced it and became ambassadors by this contact. */
async function takeBackSteps(tx: Tx, companyId: CompanyId, interactionId: string): Promise<void> {
  await takeBackStage(tx, companyId, interactionId)
  const { companyId: at } = stageChanges
  const others = await tx
    .selectDistinct({ id: at })
    .from(stageChanges)
    .where(and(eq(stageChanges.interactionId, interactionId), ne(at, companyId)))
    .orderBy(asc(at))
  for (const { id } of others) {
    await lockCompany(tx, id, 'merged too')
    await takeBackStage(tx, id, interactionId)
  }
}

import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import { cancelStoppedBy } from '../follow-ups/cancel-stopped-by.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import { isMeeting, isReal, provenBy } from './interaction-kinds.ts'
import type { CompanyRow } from './lock-company.server.ts'
import { thankReferrers } from './thank-referrers.server.ts'

export type NewContact = Pick<
  typeof interactions.$inferInsert,
  'orgId' | 'userId' | 'contactId' | 'kind' | 'outcome' | 'minutes' | 'note' | 'importKey'
> & {
  /** When it was, where that is not now. */
  occurredAt?: Date
}

/**
 * Writes a contact with a company down, with what it proves about the relationship. Whoever was reached just now is chased no
 * more from this moment on, unless what she said was `aside`: an answer to one thing that ends nothing else. For the
 * commands that it comes from, which have authorised their actor and locked the company.
 * @returns the contact's id.
 */
export async function recordContact(
  tx: Tx,
  company: CompanyRow,
  contact: NewContact,
  { aside = false }: { aside?: boolean } = {},
): Promise<string> {
  const { id: companyId } = company
  const { kind, outcome, orgId } = contact
  const at = now()
  const { occurredAt = at } = contact
  const interactionId = newId<string>()
  await tx
    .insert(interactions)
    .values({ ...contact, id: interactionId, companyId, occurredAt, createdAt: at })
  await audit(tx, {
    ...{ action: 'interaction.logged', subjectType: 'company', subjectId: companyId },
    ...(tx.actor.kind === 'staff' ? {} : { orgId }),
  })
  await emit(tx, 'interaction.logged', { interactionId })

  const fact = provenBy(kind, outcome)
  if (fact) await moveStageByFact(tx, companyId, fact, interactionId)
  if (isReal(outcome)) {
    await touch(tx, company, occurredAt)
    // A call of an earlier day may have come before what waits now: the planner knows, and is told by the event.
    if (!contact.occurredAt && !aside) await cancelStoppedBy(tx, companyId, 'contacted')
    await thankReferrers(tx, companyId, { interactionId, occurredAt })
  }
  const cause = { causeType: 'interaction', causeId: interactionId }
  if (isMeeting(kind, outcome))
    await recordTrustEvent(tx, { companyId, kind: 'visit_held', ...cause, occurredAt })
  else await keepScore(tx, companyId)
  return interactionId
}

/** The last contact is the latest one, also when an older one is logged after it. */
async function touch(tx: Tx, company: CompanyRow, occurredAt: Date): Promise<void> {
  if (company.lastContactAt && company.lastContactAt >= occurredAt) return
  await tx.update(companies).set({ lastContactAt: occurredAt }).where(eq(companies.id, company.id))
}

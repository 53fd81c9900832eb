import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { atLocal, localDate, type IsoDate } from '../calendar/rome.ts'
import { addTask } from '../follow-ups/add-task.server.ts'
import { keepAtWork } from '../ownership/owner-lock.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { guessedMinutes } from './interaction-kinds.ts'
import { lockCompany, type CompanyRow } from './lock-company.server.ts'
import type { LoggedInteraction } from './log-interaction.schema.server.ts'
import { recordContact } from './record-contact.server.ts'
import { recordLeadChange } from './record-lead-change.server.ts'

export type Logged = {
  interactionId: string
  /** The company had nobody: whoever logs first leads it. */
  becameLead: boolean
}

/** A call of an earlier day is dated at its noon: the hour that nobody noted must not decide the order of days. */
const earlierMoment = (day: IsoDate | undefined): Date | undefined =>
  day === undefined || day === localDate(now()) ? undefined : atLocal(day, '12:00')

/**
 * Records a contact with a company: what was done, the minutes it took, what it proves about the relationship, and the
 * next step as a task of whoever logs. Whoever was reached just now is chased no more from this moment on.
 * @throws DomainError not_found for an unknown company, invalid for a contact of another company.
 */
export async function logInteraction(
  tx: Tx,
  companyId: CompanyId,
  input: Omit<LoggedInteraction, 'seenAt' | 'closes'> & { importKey?: string },
): Promise<Logged> {
  const actor = actingStaff(tx, 'company.relate')
  const company = await lockCompany(tx, companyId)
  const contactId = await contactOf(tx, companyId, input.contactId)
  const { kind, outcome } = input
  const interactionId = await recordContact(tx, company, {
    ...{ orgId: actor.orgId, userId: actor.userId, contactId, kind, outcome },
    occurredAt: earlierMoment(input.occurredOn),
    minutes: input.minutes ?? guessedMinutes[kind],
    note: input.note ?? '',
    importKey: input.importKey ?? null,
  })
  const becameLead = await takeLead(tx, company, actor)

  const { nextStep: title, nextStepOn: dueOn } = input
  if (title && dueOn) await addTask(tx, { companyId, title, dueOn })
  return { interactionId, becameLead }
}

async function contactOf(
  tx: Tx,
  companyId: CompanyId,
  chosen: string | undefined,
): Promise<ContactId | null> {
  if (chosen === undefined) return null
  const contactId = chosen as ContactId
  const [found] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.id, contactId), eq(contacts.companyId, companyId)))
  if (!found) throw new DomainError('invalid', 'relationship_contact_unknown', 'contactId')
  return contactId
}

/** A case manager who logs a contact with a company that nobody leads, leads it from then on. */
async function takeLead(tx: Tx, company: CompanyRow, actor: StaffActor): Promise<boolean> {
  const free = company.leadUserId === null && (company.leadOrgId ?? actor.orgId) === actor.orgId
  if (!free || actor.role !== 'case_manager' || !(await keepAtWork(tx, actor.userId))) return false
  const lead = { leadOrgId: actor.orgId, leadUserId: actor.userId }
  await tx.update(companies).set(lead).where(eq(companies.id, company.id))
  await recordLeadChange(tx, company, { userId: actor.userId, orgId: actor.orgId }, 'taken')
  return true
}

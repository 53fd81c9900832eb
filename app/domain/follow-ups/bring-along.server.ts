import { eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { addresseeOf } from './addressee.ts'
import type { PlannedFollowUp } from './cadence.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import type { CompanyHistory } from './gather-facts.server.ts'
import { TASK_IN_PERSON } from './rule.ts'
import { assigneeOf, NOBODY } from './task-assignee.server.ts'

type Row = typeof followUps.$inferSelect

/** An answer to what she has just done herself does not wait for office hours: she is at her desk. */
export const answersAtOnce = (item: PlannedFollowUp): boolean => item.kind === 'message' && item.answersHerAct

/** The contact of whom the plan itself speaks: the card's or the invitation's own, else whoever answers for the company. */
export const contactNamedBy = ({ subject, related }: PlannedFollowUp): ContactId | null =>
  ([subject, ...related].find(({ type }) => type === 'contact')?.id as ContactId | undefined) ?? null

/** A contact has left, or her address gives our mails back: what is planned for her goes to whoever is reached now. */
function toWhomNow(row: Row, item: PlannedFollowUp, readers: CompanyHistory['readers']): Partial<Row> {
  // Words that somebody wrote for her are for nobody else: they come to a person when they would leave.
  if (row.kind === 'task' || row.ownTexts) return {}
  const planned = { subjectType: row.subjectType, contactId: row.contactId ?? contactNamedBy(item) }
  const contactId = addresseeOf(readers, planned)
  return contactId === row.contactId ? {} : { contactId }
}

/**
 * A contact restarts a delay, an internship ends on another day, a coordinator changes a rule: what nobody has touched
 * yet moves along, and goes to a person or to the mail as its rule says now. A message also finds its contact's successor.
 * `standing` are the open rows by their key.
 */
export async function bringAlong(
  tx: Tx,
  history: CompanyHistory,
  { standing, due }: { standing: ReadonlyMap<string, Row>; due: readonly PlannedFollowUp[] },
): Promise<void> {
  for (const item of due) {
    const row = standing.get(item.key)
    if (!row || row.releasedAt) continue
    const timed = row.postponedReason ? {} : await inTimeAndWay(tx, history, row, item)
    const changed = { ...toWhomNow(row, item, history.readers), ...timed }
    if (Object.keys(changed).length > 0) {
      await tx.update(followUps).set(changed).where(eq(followUps.id, row.id))
    }
  }
}

/**
 * What changes where it is due at another time, or where the rule now sends instead of asking, or the other way round; nothing
 * where a person has it for another reason.
 */
async function inTimeAndWay(
  tx: Tx,
  { company }: CompanyHistory,
  row: Row,
  item: PlannedFollowUp,
): Promise<Partial<Row>> {
  const { dueAt } = item
  if (row.kind === item.kind) return +row.dueAt === +dueAt || answersAtOnce(item) ? {} : { dueAt }
  if (item.kind === 'message') {
    return row.template === TASK_IN_PERSON
      ? { kind: 'message', template: item.template, dueAt, ...NOBODY }
      : {}
  }
  const subject = { type: item.subject.type as FiledUnder, id: item.subject.id }
  const assignee = await assigneeOf(tx, item.audience, company, subject)
  return { kind: 'task', template: item.title, dueAt, ...assignee }
}

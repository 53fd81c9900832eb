import { eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { PlannedFollowUp } from './cadence.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import type { CompanyHistory } from './gather-facts.server.ts'
import { TASK_IN_PERSON } from './rule.ts'
import { assigneeOf, NOBODY } from './task-assignee.server.ts'

type Row = typeof followUps.$inferSelect

/** An answer to what she has just done herself does not wait for office hours: she is at her desk. */
export const answersAtOnce = (item: PlannedFollowUp): boolean => item.kind === 'message' && item.answersHerAct

/**
 * A contact restarts a delay, an internship ends on another day, a coordinator changes a rule: what nobody has touched
 * yet moves along, and goes to a person or to the mail as its rule says now. `standing` are the open rows by their key.
 */
export async function bringAlong(
  tx: Tx,
  history: CompanyHistory,
  { standing, due }: { standing: ReadonlyMap<string, Row>; due: readonly PlannedFollowUp[] },
): Promise<void> {
  for (const item of due) {
    const row = standing.get(item.key)
    if (!row || row.releasedAt || row.postponedReason) continue
    const moved = +row.dueAt === +item.dueAt || answersAtOnce(item) ? {} : { dueAt: item.dueAt }
    const changed = row.kind === item.kind ? moved : await inTheOtherWay(tx, history, row, item)
    if (changed && Object.keys(changed).length > 0) {
      await tx.update(followUps).set(changed).where(eq(followUps.id, row.id))
    }
  }
}

/** What changes where the rule now sends instead of asking, or the other way round; null where a person has it for another reason. */
async function inTheOtherWay(
  tx: Tx,
  { company }: CompanyHistory,
  row: Row,
  item: PlannedFollowUp,
): Promise<Partial<Row> | null> {
  const { dueAt } = item
  if (item.kind === 'message') {
    return row.template === TASK_IN_PERSON
      ? { kind: 'message', template: item.template, dueAt, ...NOBODY }
      : null
  }
  const subject = { type: item.subject.type as FiledUnder, id: item.subject.id }
  const assignee = await assigneeOf(tx, item.audience, company, subject)
  return { kind: 'task', template: item.title, dueAt, ...assignee }
}

import { and, eq, inArray, isNotNull, ne, notInArray, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { torinoCalendar } from '../calendar/working-days.server.ts'
import type { CompanyId, FollowUpId } from '../shared/ids.ts'
import { readSnapshot, type Snapshot } from '../shared/snapshot.server.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { addresseeOf } from './addressee.ts'
import { answersAtOnce, bringAlong, contactNamedBy } from './bring-along.server.ts'
import { plan, type CancelReason, type FollowUpPlan, type PlannedFollowUp } from './cadence.ts'
import { cancelFollowUp, REOPENED } from './cancel-follow-ups.server.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import { gatherFacts, type CompanyHistory } from './gather-facts.server.ts'
import { keepLastContact } from './keep-last-contact.server.ts'
import { leavesAt } from './office-hours.server.ts'
import { releaseFollowUp } from './release-follow-ups.server.ts'
import { defaultRules } from './rules.ts'
import { rulesInForce } from './rules-in-force.server.ts'
import { assigneeOf, NOBODY } from './task-assignee.server.ts'
import { threadOf, worthPlanning } from './worth-planning.ts'

type Row = typeof followUps.$inferSelect
type Turn = Pick<Row, 'ruleKey' | 'subjectType' | 'subjectId' | 'occurrence'>

const RULES = new Set(defaultRules.map(({ key }) => key))

/** The key of the plan that a row was written for. */
const keyOf = (row: Turn): string => `${row.ruleKey}|${row.subjectType}:${row.subjectId}|${row.occurrence}`

/**
 * Brings the follow-ups of a company up to date with all that has happened there: writes what the rules ask for, moves
 * what has shifted, cancels what has lost its reason. Doing it twice changes nothing, and each (rule, subject,
 * occurrence) exists once whatever fails. What is due at this moment is released, unless it waits for the offices to open.
 * @returns what it has seen: all of this and whatever was committed before; null where there is no such company.
 */
export async function scheduleFollowUps(tx: Tx, companyId: CompanyId): Promise<Snapshot | null> {
  // One planning of a company at a time: a second one then sees what the first has written.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`follow-ups ${companyId}`}, 0))`)
  const snapshot = await readSnapshot(tx)
  const at = now()
  const history = await gatherFacts(tx, companyId, at)
  if (!history) return null
  await keepLastContact(tx, history, at)
  const [open, settled, rules] = await together([
    openRows(tx, companyId),
    settledTurns(tx, companyId),
    rulesInForce(tx),
  ])
  const over = new Set(settled.filter(repeats).map(keyOf))
  const planned = plan(history.facts, rules, { now: at, calendar: torinoCalendar, over })
  await cancelEnded(tx, open, planned)

  const stands = new Set(planned.due.map(({ key }) => key))
  const standing = new Map(open.filter((row) => stands.has(keyOf(row))).map((row) => [keyOf(row), row]))
  const openThreads = new Set([...standing.values()].map(threadOfRow))
  await bringAlong(tx, history, { standing, due: planned.due })
  const isSettled = new Set(settled.map(keyOf))
  for (const item of worthPlanning(planned.due, at, over)) {
    if (!isSettled.has(item.key) && !openThreads.has(threadOf(item))) await write(tx, history, item, at)
  }
  return snapshot
}

const threadOfRow = (row: Row): string => `${row.ruleKey}|${row.subjectType}:${row.subjectId}`

/** Rows that a rule wrote and that still ask for something, kept from being sent or done meanwhile. */
async function openRows(tx: Tx, companyId: CompanyId): Promise<Row[]> {
  const rows = await tx
    .select()
    .from(followUps)
    .where(
      and(eq(followUps.companyId, companyId), eq(followUps.state, 'planned'), isNotNull(followUps.ruleKey)),
    )
    .orderBy(followUps.id)
    .for('update')
  return rows.filter(({ ruleKey }) => ruleKey !== null && RULES.has(ruleKey))
}

const REPEATING = new Set(defaultRules.flatMap(({ key, repeat }) => (repeat ? [key] : [])))

const repeats = ({ ruleKey }: Turn): boolean => ruleKey !== null && REPEATING.has(ruleKey)

/** The turns that are over for good: done, skipped, or cancelled for a reason that does not pass. Of these none is written again. */
const settledTurns = (tx: Tx, companyId: CompanyId): Promise<Turn[]> =>
  tx
    .select({
      ruleKey: followUps.ruleKey,
      subjectType: followUps.subjectType,
      subjectId: followUps.subjectId,
      occurrence: followUps.occurrence,
    })
    .from(followUps)
    .where(
      and(
        eq(followUps.companyId, companyId),
        isNotNull(followUps.ruleKey),
        ne(followUps.state, 'planned'),
        notInArray(followUps.why, [...PASSING]),
      ),
    )

async function cancelEnded(
  tx: Tx,
  open: readonly Row[],
  { due, cancelled, waiting }: FollowUpPlan,
): Promise<void> {
  const stands = new Set(due.map(({ key }) => key))
  const reasons = new Map<string, CancelReason | typeof WAITS>([
    ...waiting.map(({ key }) => [key, WAITS] as const),
    ...cancelled.map(({ key, why }) => [key, why] as const),
  ])
  for (const row of open) {
    if (stands.has(keyOf(row))) continue
    await cancelFollowUp(tx, row.id, reasons.get(keyOf(row)) ?? 'fact_withdrawn')
  }
}

async function write(
  tx: Tx,
  { company, contact, readers }: CompanyHistory,
  item: PlannedFollowUp,
  at: Date,
): Promise<void> {
  const subject = { type: item.subject.type as FiledUnder, id: item.subject.id }
  const named = contactNamedBy(item) ?? contact?.id ?? null
  const isTask = item.kind === 'task'
  const assignee = isTask ? await assigneeOf(tx, item.audience, company, subject) : NOBODY
  const dueAt = answersAtOnce(item) && item.dueAt > at ? at : item.dueAt
  const content = {
    kind: item.kind,
    template: isTask ? item.title : item.template,
    dueAt,
    contactId: isTask ? named : addresseeOf(readers, { subjectType: subject.type, contactId: named }),
    ...assignee,
  }
  const once = {
    ruleKey: item.rule,
    subjectType: subject.type,
    subjectId: subject.id,
    occurrence: item.occurrence,
  }
  const [written] = await tx
    .insert(followUps)
    .values({ id: newId<FollowUpId>(), ...once, companyId: company.id, ...content, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: followUps.id })
  const standing = written ?? (await revive(tx, once, content))
  if (standing && !isTask && dueAt <= at && leavesAt(item.rule, at) <= at)
    await releaseFollowUp(tx, standing.id)
}

/** What it needs does not hold for now: a score that was warm is not. */
const WAITS = 'waits'

/**
 * Reasons that can go away again: a rule is switched on, a talk or a contact was noted by mistake, what it needs holds again, the turn
 * before this one is settled after all. Any other ends a follow-up for good.
 */
const PASSING = [
  'rule_off',
  'hire_talk_held',
  'fact_withdrawn',
  WAITS,
  REOPENED,
] as const satisfies readonly (CancelReason | typeof WAITS | typeof REOPENED)[]

type Once = Pick<Row, 'subjectType' | 'subjectId' | 'occurrence'> & { ruleKey: string }

/** A mail of it that was made and not called off; or word to make one that nobody has taken up yet. */
const mayHaveLeft = sql`exists (select from ${mails} where ${mails.followUpId} = ${followUps.id} and ${mails.state} <> 'cancelled')
  or exists (select from ${outbox} where ${outbox.topic} = 'follow_up.due' and ${outbox.state} in ('pending', 'queued')
    and ${outbox.payload} ->> 'followUpId' = ${followUps.id}::text)`

/** Brings back what was cancelled for a passing reason and never left, as it would be planned today. */
async function revive(tx: Tx, once: Once, content: Partial<Row>) {
  const [revived] = await tx
    .update(followUps)
    .set({ state: 'planned', why: '', doneAt: null, releasedAt: null, ...content })
    .where(
      and(
        eq(followUps.ruleKey, once.ruleKey),
        eq(followUps.subjectType, once.subjectType),
        eq(followUps.subjectId, once.subjectId),
        eq(followUps.occurrence, once.occurrence),
        eq(followUps.state, 'cancelled'),
        inArray(followUps.why, [...PASSING]),
        sql`not (${mayHaveLeft})`,
      ),
    )
    .returning({ id: followUps.id })
  return revived
}

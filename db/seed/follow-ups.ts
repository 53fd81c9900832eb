import { and, asc, desc, eq, isNotNull, lte } from 'drizzle-orm'
import { addDays, atLocal, localDate } from '#app/domain/calendar/rome.ts'
import { addWorkingDays } from '#app/domain/calendar/working-days.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { byHand } from '#app/domain/follow-ups/task-day.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { FollowUpId, UserId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { Firm } from './companies.ts'
import { taskTexts } from './day-texts.ts'
import type { Staff } from './organisations.ts'
import type { Past } from './past.ts'
import type { Random } from './random.ts'

type FollowUpRow = typeof followUps.$inferInsert

/** Of what the rules ask for and is late, so much is still open in somebody's day; the rest was done in time. */
const LATE_AT_MOST = 2

/**
 * What the rules ask for after all that has happened, planned by the product's own planner, so that the worker finds
 * nothing to change. What lies behind is settled: messages of the past are not sent now, tasks were done.
 */
export async function planFollowUps(tx: Tx, firms: readonly Firm[], past: Past): Promise<void> {
  for (const { id } of firms) await scheduleFollowUps(tx, id)
  const late = and(
    eq(followUps.state, 'planned'),
    isNotNull(followUps.ruleKey),
    lte(followUps.dueAt, past.start),
  )
  await tx
    .update(followUps)
    .set({ state: 'done', releasedAt: past.start, doneAt: past.start })
    .where(and(late, eq(followUps.kind, 'message')))
  const tasks = await tx
    .select()
    .from(followUps)
    .where(late)
    .orderBy(desc(followUps.dueAt), asc(followUps.subjectId))
  const stillOpen = new Map<string, number>()
  for (const { id, dueAt, assigneeId } of tasks) {
    const open = stillOpen.get(assigneeId ?? '') ?? 0
    stillOpen.set(assigneeId ?? '', open + 1)
    if (open < LATE_AT_MOST) continue
    const doneAt = new Date(Math.min(+dueAt + 3 * HOUR, +past.start))
    await tx.update(followUps).set({ state: 'done', doneAt, doneBy: assigneeId }).where(eq(followUps.id, id))
  }
  // The turn after each that was settled is planned, as it is when somebody settles one.
  for (const { id } of firms) await scheduleFollowUps(tx, id)
}

/** The tasks that each case manager has given herself: one late, some for today, some for the days after. */
export function tasksByHand(
  firms: readonly Firm[],
  staff: readonly Staff[],
  past: Past,
  random: Random,
): FollowUpRow[] {
  return staff
    .filter(({ role }) => role === 'case_manager')
    .flatMap((person) => {
      const draw = random.branch(person.email)
      const days = [
        addWorkingDays(past.today, -draw.int(1, 3)),
        past.today,
        ...(draw.chance(0.5) ? [past.today] : []),
        addWorkingDays(past.today, 1),
        addWorkingDays(past.today, draw.int(2, 4)),
      ]
      const titles = draw.some(taskTexts, days.length)
      return days.map((day, at) =>
        taskOf(person, firmFor(person, firms, draw), titles[at] ?? '', day, past, draw),
      )
    })
}

/** Companies that wait to be verified are in the day of every coordinator, as the worker would have put them there. */
export function verificationTasks(
  firms: readonly Firm[],
  staff: readonly Staff[],
  past: Past,
  random: Random,
): FollowUpRow[] {
  const coordinators = staff.filter(({ role }) => role === 'coordinator')
  const waiting = firms.filter(({ entry }) => entry.verification === 'pending')
  return waiting.flatMap(({ id, contact, enteredAt }) => {
    // Whoever asks again after a refusal waits since then: nobody leaves a company for months.
    const dueAt = new Date(Math.max(+enteredAt, +past.start - random.int(1, 5) * DAY))
    return coordinators.map((person, at) => ({
      ...{ id: random.uuid<FollowUpId>(), ruleKey: 'verify_company', subjectType: 'company', subjectId: id },
      ...{ occurrence: at + 1, companyId: id, kind: 'task', template: 'mail_task_verify_company' },
      ...{ contactId: contact.id, assigneeId: person.userId, assigneeOrgId: person.orgId },
      ...{ dueAt, createdAt: dueAt },
    }))
  })
}

/** One that she leads, or one nearby. */
function firmFor(person: Staff, firms: readonly Firm[], draw: Random): Firm {
  const reached = firms.filter(({ entry }) => entry.aims !== 'new' && !entry.standing && !entry.verification)
  const led = reached.filter(({ lead }) => lead?.userId === person.userId)
  return draw.pick(led.length > 0 ? led : reached.filter(({ lead }) => lead?.area === person.area))
}

function taskOf(
  person: Staff,
  firm: Firm,
  title: string,
  day: string,
  past: Past,
  draw: Random,
): FollowUpRow {
  const noted = atLocal(addDays(day < past.today ? day : localDate(past.start), -draw.int(2, 6)), '16:00')
  return {
    ...{ id: draw.uuid<FollowUpId>(), ruleKey: null, subjectType: 'company', subjectId: firm.id },
    ...{ companyId: firm.id, kind: 'task', template: 'by_hand', title, dueAt: byHand(day) },
    ...{ contactId: firm.contact.id, assigneeId: person.userId as UserId, assigneeOrgId: person.orgId },
    createdAt: noted,
  }
}

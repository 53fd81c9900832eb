import { and, asc, count, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { addDays, atLocal, localDate } from '../calendar/rome.ts'
import type { StaffActor } from '../shared/actor.ts'
import type { CompanyId, FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import { giverOf } from './handing-on.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import { taskSubjects, type TaskSubject } from './task-subjects.server.ts'

export type DayTask = {
  id: FollowUpId
  template: string
  title: string
  subject: TaskSubject & { type: FiledUnder }
  company: { id: CompanyId; name: string; stage: TrustStage }
  contact: { name: string; phone: string | null } | null
  dueAt: Date
  /** Nobody's by name: whoever takes it first settles it. */
  unassigned: boolean
  handedOnBy: string | null
  postponedReason: string | null
}

export type MyDay = {
  overdue: DayTask[]
  today: DayTask[]
  week: DayTask[]
  /** How many come after the week. */
  later: number
  /** At companies that nobody leads: whoever has time takes one. */
  unclaimed: DayTask[]
}

/** More than anybody settles in a day; beyond it the list says how many there are. */
const MOST = 60
const MOST_UNCLAIMED = 5

const openTask = and(eq(followUps.kind, 'task'), eq(followUps.state, 'planned'))

/** What is in somebody's day: her own tasks, and those of nobody at a company that she leads or that her organisation does. */
function mine({ userId, orgId }: StaffActor): SQL | undefined {
  const nobodysHere = and(
    isNull(followUps.assigneeId),
    or(
      eq(companies.leadUserId, userId),
      eq(followUps.assigneeOrgId, orgId),
      and(eq(companies.leadOrgId, orgId), isNull(companies.leadUserId)),
    ),
  )
  return and(openTask, or(eq(followUps.assigneeId, userId), nobodysHere))
}

const unclaimed = and(
  openTask,
  isNull(followUps.assigneeId),
  isNull(followUps.assigneeOrgId),
  isNull(companies.leadUserId),
  isNull(companies.leadOrgId),
)

/** One list for one person: what is overdue, what today asks for, and the six days after; and how much comes later. */
export async function myDay(tx: Tx): Promise<MyDay> {
  const actor = actingStaff(tx, 'follow_up.act')
  const today = localDate(now())
  const startOf = (days: number) => atLocal(addDays(today, days), '00:00')
  const [beginning, tomorrow, afterWeek] = [startOf(0), startOf(1), startOf(7)]
  const tasks = await read(tx, actor, and(mine(actor), lt(followUps.dueAt, afterWeek)), MOST)
  const [later] = await tx
    .select({ tasks: count() })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .where(and(mine(actor), gte(followUps.dueAt, afterWeek)))
  return {
    overdue: tasks.filter(({ dueAt }) => dueAt < beginning),
    today: tasks.filter(({ dueAt }) => dueAt >= beginning && dueAt < tomorrow),
    week: tasks.filter(({ dueAt }) => dueAt >= tomorrow),
    later: later?.tasks ?? 0,
    unclaimed: await read(tx, actor, and(unclaimed, lt(followUps.dueAt, afterWeek)), MOST_UNCLAIMED),
  }
}

async function read(tx: Tx, actor: StaffActor, wanted: SQL | undefined, most: number): Promise<DayTask[]> {
  const rows = await tx
    .select({ task: followUps, name: companies.name, stage: companies.stage, contact: contacts })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .leftJoin(contacts, eq(contacts.id, followUps.contactId))
    .where(wanted)
    .orderBy(asc(followUps.dueAt), followUps.id)
    .limit(most)
  const givers = await namesOf(
    tx,
    rows.flatMap(({ task }) => giverOf(task.why) ?? []),
  )
  const subjectOf = await taskSubjects(
    tx,
    actor,
    rows.map(({ task }) => task),
  )
  return rows.map(({ task, name, stage, contact }) => ({
    id: task.id,
    template: task.template,
    title: task.title,
    subject: { type: task.subjectType, ...subjectOf(task) },
    company: { id: task.companyId, name, stage: stage as TrustStage },
    contact: contact && { name: contact.name, phone: contact.phone },
    dueAt: task.dueAt,
    unassigned: task.assigneeId === null,
    handedOnBy: givers.get(giverOf(task.why) ?? '') ?? null,
    postponedReason: task.postponedReason,
  }))
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, ids as (typeof users.$inferSelect)['id'][]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

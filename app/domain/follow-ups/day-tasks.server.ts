import { and, asc, count, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { StaffActor } from '../shared/actor.ts'
import type { CompanyId, FollowUpId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import { colleagueNames } from './colleague-names.server.ts'
import { giverOf } from './handing-on.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import { taskSubjects, type TaskSubject } from './task-subjects.server.ts'

export type DayTask = {
  id: FollowUpId
  template: string
  title: string
  subject: TaskSubject & { type: FiledUnder; id: string }
  company: { id: CompanyId; name: string; stage: TrustStage }
  contact: { name: string; phone: string | null } | null
  dueAt: Date
  /** Nobody's by name: whoever takes it first settles it. */
  unassigned: boolean
  handedOnBy: string | null
  postponedReason: string | null
}

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

/** What is due in somebody's day before `end`, the earliest first: only what a list needs to be put in order. */
export async function dueTasks(tx: Tx, end: Date) {
  const { id, dueAt, subjectType, subjectId, companyId } = followUps
  return tx
    .select({ id, dueAt, subjectType, subjectId, companyId })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .where(and(mine(actingStaff(tx, 'follow_up.act')), lt(followUps.dueAt, end)))
    .orderBy(asc(followUps.dueAt), followUps.id)
}

/** How many of somebody's tasks are due at `start` or later. */
export async function laterTasks(tx: Tx, start: Date): Promise<number> {
  const [later] = await tx
    .select({ tasks: count() })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .where(and(mine(actingStaff(tx, 'follow_up.act')), gte(followUps.dueAt, start)))
  return later?.tasks ?? 0
}

/** Tasks of a list by their ids, whole. */
export async function readTasks(tx: Tx, ids: readonly FollowUpId[]): Promise<DayTask[]> {
  if (ids.length === 0) return []
  return read(tx, inArray(followUps.id, [...ids]), ids.length)
}

/** Tasks due before `end` at companies that nobody leads, the earliest ones: whoever has time takes one. */
export const unclaimedTasks = (tx: Tx, end: Date, most: number): Promise<DayTask[]> =>
  read(tx, and(unclaimed, lt(followUps.dueAt, end)), most)

async function read(tx: Tx, wanted: SQL | undefined, most: number): Promise<DayTask[]> {
  const actor = actingStaff(tx, 'follow_up.act')
  const rows = await tx
    .select({ task: followUps, name: companies.name, stage: companies.stage, contact: contacts })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .leftJoin(contacts, eq(contacts.id, followUps.contactId))
    .where(wanted)
    .orderBy(asc(followUps.dueAt), followUps.id)
    .limit(most)
  const givers = await colleagueNames(
    tx,
    rows.flatMap(({ task }) => (giverOf(task.why) as UserId | null) ?? []),
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
    subject: { type: task.subjectType, id: task.subjectId, ...subjectOf(task) },
    company: { id: task.companyId, name, stage: stage as TrustStage },
    contact: contact && { name: contact.name, phone: contact.phone },
    dueAt: task.dueAt,
    unassigned: task.assigneeId === null,
    handedOnBy: givers.get((giverOf(task.why) ?? '') as UserId) ?? null,
    postponedReason: task.postponedReason,
  }))
}

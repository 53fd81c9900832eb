import { now } from '#app/platform/clock.server.ts'
import { dueTasks, readTasks } from '../follow-ups/day-tasks.server.ts'
import { DAY, MINUTE } from '../shared/durations.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { neutralKind, type NeutralKind } from './neutral-kind.ts'

/** One task as a calendar shows it: half an hour that ends when it is due. */
export type FeedEvent = { id: FollowUpId; company: string; kind: NeutralKind; start: Date; end: Date }

const AHEAD = 60 * DAY
const LENGTH = 30 * MINUTE

/** Somebody's open tasks, of the next two months and those that are late. Nothing of what they are about leaves. */
export async function feedEvents(tx: Tx): Promise<FeedEvent[]> {
  const due = await dueTasks(tx, new Date(+now() + AHEAD))
  const tasks = await readTasks(
    tx,
    due.map(({ id }) => id),
  )
  return tasks.map(({ id, company, template, dueAt }) => ({
    ...{ id, company: company.name, kind: neutralKind(template) },
    ...{ start: new Date(+dueAt - LENGTH), end: dueAt },
  }))
}

import { now } from '#app/platform/clock.server.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { LapsingConsent } from '../consent/old-consents.server.ts'
import { addDays, atLocal, localDate } from '../calendar/rome.ts'
import {
  dueTasks,
  laterTasks,
  readTasks,
  unclaimedTasks,
  type DayTask,
} from '../follow-ups/day-tasks.server.ts'
import type { RecentAnswer } from '../placements/my-recent-answers.server.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { NewMatches, Whose } from '../standing/new-matches.server.ts'
import { dayNews, type CoolingCompany } from './day-news.server.ts'
import { refText, type DayPart, type ShownRef } from './day-line.ts'
import type { OpenRequest } from '../visits/requests-of-people.server.ts'

/** One line of the list, with what it is about. */
export type DayLine = { ref: ShownRef; part: DayPart; dueAt: Date } & (
  | { is: 'task'; task: DayTask }
  | { is: 'request'; request: OpenRequest }
  | { is: 'lapse'; lapsing: LapsingConsent }
  | { is: 'answer'; answer: RecentAnswer }
  | { is: 'match'; news: NewMatches }
  | { is: 'cooling'; company: CoolingCompany }
)

export type DayList = {
  lines: DayLine[]
  counts: Record<DayPart, number>
  total: number
  page: number
  pages: number
  /** How many tasks come after the week. */
  later: number
  /** At companies that nobody leads: whoever has time takes one. */
  unclaimed: DayTask[]
}

const MOST_UNCLAIMED = 5
const ORDER: Record<DayPart, number> = { overdue: 0, today: 1, week: 2 }

type Placed = { ref: ShownRef; part: DayPart; dueAt: Date }

/**
 * One list for one person, a page of it: what is overdue, what today asks for with what is new, and the six days after;
 * and how much comes later. A page beyond the last one is the last one.
 */
export async function dayList(
  tx: Tx,
  { page: asked, perPage, whose = 'mine' }: { page: number; perPage: number; whose?: Whose },
): Promise<DayList> {
  actingStaff(tx, 'follow_up.act')
  const today = localDate(now())
  const startOf = (days: number) => atLocal(addDays(today, days), '00:00')
  const [beginning, tomorrow, afterWeek] = [startOf(0), startOf(1), startOf(7)]
  const partOf = (dueAt: Date): DayPart =>
    dueAt < beginning ? 'overdue' : dueAt < tomorrow ? 'today' : 'week'
  const due = await dueTasks(tx, afterWeek)
  const news = await dayNews(tx, due, whose)
  const placed: Placed[] = [
    ...due.map(({ id, dueAt }) => ({ ref: { kind: 'task' as const, id }, part: partOf(dueAt), dueAt })),
    // News come first in what today asks for, as they are asked: answers, people, companies.
    ...news.refs.map((ref) => ({ ref, part: 'today' as const, dueAt: new Date(0) })),
  ]
  placed.sort((a, b) => ORDER[a.part] - ORDER[b.part] || +a.dueAt - +b.dueAt)
  const counts = { overdue: 0, today: 0, week: 0 }
  for (const { part } of placed) counts[part]++
  const pages = Math.max(1, Math.ceil(placed.length / perPage))
  const page = Math.min(asked, pages)
  const shown = placed.slice((page - 1) * perPage, page * perPage)
  const tasks = await readTasks(
    tx,
    shown.flatMap(({ ref }) => (ref.kind === 'task' ? [ref.id as FollowUpId] : [])),
  )
  const taskOf = new Map(tasks.map((task) => [task.id as string, task]))
  return {
    lines: shown.flatMap((line): DayLine[] => {
      const task = taskOf.get(line.ref.id)
      if (line.ref.kind === 'task') return task ? [{ ...line, is: 'task', task }] : []
      const about = news.about.get(refText(line.ref))
      return about ? [{ ...line, ...about }] : []
    }),
    ...{ counts, page, pages, total: placed.length },
    later: await laterTasks(tx, afterWeek),
    unclaimed: await unclaimedTasks(tx, afterWeek, MOST_UNCLAIMED),
  }
}

import { type ErrorBody, Refusal } from './errors.ts'
import { type Document } from './facet-values.ts'
import { type SettingsUpdate, type TaskFilters } from './requests.ts'

/** What a task is to do. `mayCreate`: its key may bring the index into being. */
export type Work =
  | {
      type: 'documentAdditionOrUpdate'
      documents: Document[]
      primaryKey: string | undefined
      mayCreate: boolean
    }
  | { type: 'documentDeletion'; ids: string[] }
  | { type: 'settingsUpdate'; settings: SettingsUpdate; mayCreate: boolean }
  | { type: 'indexCreation'; primaryKey: string | null }
  | { type: 'indexDeletion' }
  | { type: 'indexSwap'; swaps: { indexes: [string, string] }[] }
  | { type: 'taskCancelation'; uids: number[]; originalFilter: string }

export type Status = 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'

export type Task = {
  uid: number
  indexUid: string | null
  status: Status
  work: Work
  canceledBy: number | null
  details: Record<string, unknown>
  error: ErrorBody | null
  enqueuedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null

export const taskView = (task: Task) => ({
  uid: task.uid,
  batchUid: task.startedAt ? task.uid : null,
  indexUid: task.indexUid,
  status: task.status,
  type: task.work.type,
  canceledBy: task.canceledBy,
  details: task.details,
  error: task.error,
  duration:
    task.startedAt && task.finishedAt
      ? `PT${String((task.finishedAt.getTime() - task.startedAt.getTime()) / 1000)}S`
      : null,
  enqueuedAt: iso(task.enqueuedAt),
  startedAt: iso(task.startedAt),
  finishedAt: iso(task.finishedAt),
})

/** Whether a task is among those that the filters of an address ask for; `*` asks for all. */
export function asksFor(filters: TaskFilters, task: Task): boolean {
  const among = (wanted: string[] | undefined, value: string | null) =>
    !wanted || wanted.includes('*') || (value !== null && wanted.includes(value))
  const between = (date: Date | null, after?: Date, before?: Date) =>
    (!after || (date !== null && date > after)) && (!before || (date !== null && date < before))
  return (
    among(filters.uids, String(task.uid)) &&
    among(filters.statuses, task.status) &&
    among(filters.types, task.work.type) &&
    among(filters.indexUids, task.indexUid) &&
    among(filters.canceledBy, task.canceledBy === null ? null : String(task.canceledBy)) &&
    between(task.enqueuedAt, filters.afterEnqueuedAt, filters.beforeEnqueuedAt) &&
    between(task.startedAt, filters.afterStartedAt, filters.beforeStartedAt) &&
    between(task.finishedAt, filters.afterFinishedAt, filters.beforeFinishedAt)
  )
}

/** The tasks in the order of their coming, worked off one after the other; cancellations overtake. */
export class TaskQueue {
  readonly tasks: Task[] = []
  private working = false
  private paused = false
  /** How long each task takes, in milliseconds. */
  duration = 0

  constructor(private readonly perform: (task: Task) => void) {}

  enqueue(indexUid: string | null, work: Work, details: Record<string, unknown>): Task {
    const task: Task = {
      ...{
        uid: this.tasks.length,
        indexUid,
        status: 'enqueued',
        work,
        canceledBy: null,
        details,
        error: null,
      },
      ...{ enqueuedAt: new Date(), startedAt: null, finishedAt: null },
    }
    this.tasks.push(task)
    this.wake()
    return task
  }

  pause(): void {
    this.paused = true
  }

  resume(): void {
    this.paused = false
    this.wake()
  }

  /** A killed server has done nothing of the task that it was at. */
  interrupt(): void {
    this.pause()
    for (const task of this.tasks)
      if (task.status === 'processing') Object.assign(task, { status: 'enqueued', startedAt: null })
  }

  private wake(): void {
    if (this.paused) return
    const waiting = this.tasks.filter(({ status }) => status === 'enqueued')
    const cancelation = waiting.findLast(({ work }) => work.type === 'taskCancelation')
    if (cancelation) setTimeout(() => this.run(cancelation, 0), 0)
    const [next] = waiting.filter(({ work }) => work.type !== 'taskCancelation')
    if (this.working || !next) return
    this.working = true
    setTimeout(() => {
      this.run(next, this.duration)
    }, 0)
  }

  private run(task: Task, duration: number): void {
    if (this.paused || task.status !== 'enqueued') return this.ended(task)
    Object.assign(task, { status: 'processing', startedAt: new Date() })
    setTimeout(() => {
      // Interrupted or cancelled meanwhile: then it has had no effect.
      if (task.status === 'processing') this.finish(task)
      this.ended(task)
    }, duration)
  }

  private finish(task: Task): void {
    try {
      this.perform(task)
      task.status = 'succeeded'
    } catch (error) {
      task.error = (error instanceof Refusal ? error : new Refusal('internal', String(error), 500)).body()
      task.status = 'failed'
    }
    task.finishedAt = new Date()
  }

  private ended(task: Task): void {
    if (task.work.type !== 'taskCancelation') this.working = false
    this.wake()
  }
}

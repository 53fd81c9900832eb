import type { JobsOptions } from 'bullmq'
import { SECOND } from '#app/domain/shared/durations.ts'

/** How long a job may go without a sign of life before another worker takes it, and how often that is looked at. */
export type QueueTimings = { lockDuration: number; stalledInterval: number }

export type WorkOptions = { concurrency: number; timings: QueueTimings }

/** What one of BullMQ's stores has to be able to do for us. */
export type QueueBackend = {
  addBulk: (jobs: { name: string; data: unknown; opts: JobsOptions }[]) => Promise<unknown>
  /** Jobs waiting or running. */
  depth: () => Promise<number>
  work: (process: (data: unknown) => Promise<void>, options: WorkOptions) => Promise<void>
  close: () => Promise<void>
}

export const QUEUE_NAME = 'outbox'

/** A finished or failed job is removed, so that the same event can be queued again; the outbox keeps the count. */
export const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const

/**
 * How often a job may be found without its worker before BullMQ gives it up. Its default of 1 lost jobs under kills;
 * the bound on tries is the outbox's own counter.
 */
export const MOST_STALLS = 50

/**
 * Seconds for which a worker without work waits for word of some before it asks: as many as BullMQ lets a connection to Redis be blocked.
 * A job that is added wakes one that waits; where that one dies of it, the others come to the job no later than this.
 */
export const LONGEST_BLOCK = (10 * SECOND) / SECOND

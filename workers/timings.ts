import { MINUTE, SECOND } from '#app/domain/shared/durations.ts'

/** Every length of time in the worker; a test of kills can't wait for minutes and brings its own. */
export type Timings = {
  /** How long a relay may take to put claimed events into the queue. */
  relayLease: number
  /** How long an event may be in the queue or in a worker before it counts as lost; after twice that it is. */
  eventLease: number
  /** How long a worker stays with an event before it lets go of it: whoever hangs for longer hangs for ever. */
  longestRun: number
  /** How long a mail may be under way before nobody knows whether it left. Longer than SMTP's own patience. */
  mailLease: number
  /** How long it rests between two looks at what waits: at least, and at most while nothing comes due and nobody wakes it. */
  relayBusy: number
  relayIdle: number
  /** How often a look also shows that the worker is alive. */
  heartbeatEvery: number
  /** How often the search server's index is taught what changed while there is something, and while there is not. */
  indexBusy: number
  indexIdle: number
  lockDuration: number
  stalledInterval: number
  concurrency: number
}

export const TIMINGS: Timings = {
  relayLease: 30 * SECOND,
  eventLease: MINUTE,
  // An event of several mails to a server that answers none of them takes minutes.
  longestRun: 10 * MINUTE,
  mailLease: 5 * MINUTE,
  relayBusy: 0.1 * SECOND,
  relayIdle: 30 * SECOND,
  // Together with a whole rest well below the minute after which a worker counts as silent (health.server.ts).
  heartbeatEvery: 15 * SECOND,
  indexBusy: 0.1 * SECOND,
  indexIdle: SECOND,
  lockDuration: 30 * SECOND,
  stalledInterval: 30 * SECOND,
  // Each running event uses up to one connection of the pool of eight; the relay and the sweeper need theirs.
  concurrency: 6,
}

import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { outbox } from '#db/schema/operations.ts'
import type { OutboxId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { MOST_TRIES, waitAfter, waitAfterKill } from './tries.ts'
import { topics, type Topic, type Topics } from './topics.ts'

/** An event as its handlers get it: ids, a time and who caused it. */
export type OutboxEvent<T extends Topic = Topic> = {
  id: OutboxId
  topic: T
  payload: Topics[T]
  actorId: UserId | null
  at: Date
  /** Which try this is; what an older one learns too late changes nothing. */
  attempt: number
  /** The transaction that wrote it, and with it what it tells of. */
  writtenBy: string
}

/** One try of an event. */
export type EventTry = Pick<OutboxEvent, 'id' | 'attempt'>

/** What `beginEvent` found: an event to run, or nothing to do because it is over or has to wait. */
export type Begun = OutboxEvent | null

const STILL_OPEN = ['pending', 'queued'] as const

/** What is known of a try until its worker says something else of it. */
const KILLED = 'killed'

/** Most often the event had nothing to do with it: after its first try it is tried again at once. */
const mayRun = or(isNull(outbox.failure), ne(outbox.failure, KILLED), lt(outbox.attempts, 2))

/** The event while it is open and no later try has begun: a worker that was stopped and woken finds nothing here. */
const thatTry = ({ id, attempt }: EventTry) =>
  and(eq(outbox.id, id), eq(outbox.attempts, attempt), inArray(outbox.state, [...STILL_OPEN]))

/**
 * Counts one more try and gives the event to its worker for `lease` milliseconds. The count is kept before anything
 * runs, so that an event that kills its worker every time ends too; one that went down with its worker at a later try than the first waits.
 */
export async function beginEvent(tx: Tx, id: OutboxId, lease: number): Promise<Begun> {
  const at = now()
  const [row] = await tx
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      leaseUntil: new Date(at.getTime() + lease),
      failure: KILLED,
    })
    .where(and(eq(outbox.id, id), inArray(outbox.state, [...STILL_OPEN]), mayRun))
    .returning()
  if (!row) {
    await restAfterKill(tx, id)
    return null
  }
  if (row.attempts > MOST_TRIES) {
    await endDead(tx, id, KILLED)
    return null
  }
  if (!topics.some((topic) => topic === row.topic)) {
    await endDead(tx, id, 'permanent:unknown_topic')
    return null
  }
  return {
    id,
    topic: row.topic as Topic,
    payload: row.payload as Topics[Topic],
    actorId: row.actorId,
    at: row.createdAt,
    attempt: row.attempts,
    writtenBy: row.writtenBy,
  }
}

/** Everything that the event asked for has happened, and that is so whichever try says it. */
export async function finishEvent(tx: Tx, id: OutboxId): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'done', doneAt: now(), leaseUntil: null, failure: null })
    .where(and(eq(outbox.id, id), inArray(outbox.state, [...STILL_OPEN])))
}

/** Has the event run again at `until`, because something of it is still under way. */
export async function postponeEvent(tx: Tx, tried: EventTry, until: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'pending', availableAt: until, leaseUntil: null, failure: null })
    .where(thatTry(tried))
}

export type Failure = {
  /** A code for people to have translated, never a message: messages quote values. */
  cause: string
  /** Trying again can't help. */
  permanent: boolean
}

/**
 * Records why a try failed and when the next one is due; after the last one the event is dead, with its cause.
 * @returns `refused` when the event is over, or a later try has it.
 */
export async function failEvent(
  tx: Tx,
  tried: EventTry,
  { cause, permanent }: Failure,
): Promise<'again' | 'dead' | 'refused'> {
  const dead = permanent || tried.attempt >= MOST_TRIES
  const at = now()
  const written = await tx
    .update(outbox)
    .set({
      failure: cause,
      leaseUntil: null,
      ...(dead
        ? { state: 'dead' as const, doneAt: at }
        : { state: 'pending' as const, availableAt: new Date(+at + waitAfter(tried.attempt)) }),
    })
    .where(thatTry(tried))
    .returning({ id: outbox.id })
  if (written.length === 0) return 'refused'
  return dead ? 'dead' : 'again'
}

/** Puts an event that has gone down with its workers off, each such event for a time of its own; one that is over stays so. */
async function restAfterKill(tx: Tx, id: OutboxId): Promise<void> {
  const thatEvent = and(eq(outbox.id, id), inArray(outbox.state, [...STILL_OPEN]), eq(outbox.failure, KILLED))
  const [row] = await tx.select({ attempts: outbox.attempts }).from(outbox).where(thatEvent).for('update')
  if (!row) return
  // The end of an id is drawn at random.
  const share = parseInt(id.slice(-4), 16) / 0xffff
  const until = new Date(+now() + waitAfterKill(row.attempts, share))
  await tx
    .update(outbox)
    .set({ state: 'pending', availableAt: until, leaseUntil: null, failure: null })
    .where(thatEvent)
}

async function endDead(tx: Tx, id: OutboxId, cause: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'dead', failure: cause, leaseUntil: null, doneAt: now() })
    .where(eq(outbox.id, id))
}

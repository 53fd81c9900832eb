import { and, eq, inArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { outbox } from '#db/schema/operations.ts'
import type { OutboxId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { MOST_TRIES, waitAfter } from './tries.ts'
import { topics, type Topic, type Topics } from './topics.ts'

/** An event as its handlers get it: ids, a time and who caused it. */
export type OutboxEvent<T extends Topic = Topic> = {
  id: OutboxId
  topic: T
  payload: Topics[T]
  actorId: UserId | null
  at: Date
}

/** What `beginEvent` found: an event to run, or nothing to do because it is over. */
export type Begun = OutboxEvent | null

const STILL_OPEN = ['pending', 'queued'] as const

/**
 * Counts one more try and gives the event to its worker for `lease` milliseconds. The count is kept before anything
 * runs, so that an event that kills its worker every time ends too.
 */
export async function beginEvent(tx: Tx, id: OutboxId, lease: number): Promise<Begun> {
  const at = now()
  const [row] = await tx
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, leaseUntil: new Date(at.getTime() + lease) })
    .where(and(eq(outbox.id, id), inArray(outbox.state, [...STILL_OPEN])))
    .returning()
  if (!row) return null
  if (row.attempts > MOST_TRIES) {
    await endDead(tx, id, row.failure ?? 'killed')
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
  }
}

/** Everything that the event asked for has happened. */
export async function finishEvent(tx: Tx, id: OutboxId): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'done', doneAt: now(), leaseUntil: null, failure: null })
    .where(and(eq(outbox.id, id), inArray(outbox.state, [...STILL_OPEN])))
}

/** Has the event run again at `until`, because something of it is still under way. */
export async function postponeEvent(tx: Tx, id: OutboxId, until: Date): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'pending', availableAt: until, leaseUntil: null })
    .where(and(eq(outbox.id, id), inArray(outbox.state, [...STILL_OPEN])))
}

export type Failure = {
  /** A code for people to have translated, never a message: messages quote values. */
  cause: string
  /** Trying again can't help. */
  permanent: boolean
}

/** Records why a try failed and when the next one is due; after the last one the event is dead, with its cause. */
export async function failEvent(
  tx: Tx,
  id: OutboxId,
  { cause, permanent }: Failure,
): Promise<'again' | 'dead'> {
  const [row] = await tx
    .select({ attempts: outbox.attempts })
    .from(outbox)
    .where(and(eq(outbox.id, id), inArray(outbox.state, [...STILL_OPEN])))
    .for('update')
  if (!row) return 'dead'
  if (permanent || row.attempts >= MOST_TRIES) {
    await endDead(tx, id, cause)
    return 'dead'
  }
  await tx
    .update(outbox)
    .set({
      state: 'pending',
      failure: cause,
      leaseUntil: null,
      availableAt: new Date(now().getTime() + waitAfter(row.attempts)),
    })
    .where(eq(outbox.id, id))
  return 'again'
}

async function endDead(tx: Tx, id: OutboxId, cause: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'dead', failure: cause, leaseUntil: null, doneAt: now() })
    .where(eq(outbox.id, id))
}

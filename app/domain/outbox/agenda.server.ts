import { sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** When there is next something to do for each of the worker's rounds, which may be past; null while there is nothing. */
export type Agenda = {
  /** An event that waits for the queue. */
  relay: Date | null
  /** A message that comes due, a mail that comes into doubt, an event that counts as lost. */
  sweep: Date | null
}

/**
 * Reads when there is next something to do, each by an index of its own, so that a worker need not ask again until then.
 * `lease` is how long an event may be in the queue; after twice that it counts as lost.
 */
export async function readAgenda(tx: Tx, lease: number): Promise<Agenda> {
  const at = now().toISOString()
  const [row] = await tx.execute<Record<keyof Agenda, string | null>>(sql`select
    (select min(available_at) from outbox
      where state = 'pending' and (lease_until is null or lease_until < ${at}::timestamptz)) as relay,
    least(
      (select min(due_at) from follow_ups where state = 'planned' and kind = 'message' and released_at is null),
      (select min(lease_until) from mails where state = 'sending'),
      (select min(lease_until) from outbox where state = 'queued') + ${`${String(lease)} milliseconds`}::interval
    ) as sweep`)
  const instant = (value: string | null | undefined) => (value ? new Date(value) : null)
  return { relay: instant(row?.relay), sweep: instant(row?.sweep) }
}

import { isNull, notInArray, or, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { nextSendTime } from '../calendar/working-days.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** When there is next something to do for each of the worker's rounds, which may be past; null while there is nothing. */
export type Agenda = {
  /** An event that waits for the queue. */
  relay: Date | null
  /** A message that comes due, a mail that comes into doubt, an event that counts as lost. */
  sweep: Date | null
}

type Clockwork = {
  /** How long an event may be in the queue; after twice that it counts as lost. */
  lease: number
  /** The rules whose messages leave in office hours alone. */
  inHours: readonly string[]
}

/**
 * Reads when there is next something to do, each by an index of its own, so that a worker need not ask again until then. A
 * message that keeps office hours and came due outside of them is something to do when they begin.
 */
export async function readAgenda(tx: Tx, { lease, inHours }: Clockwork): Promise<Agenda> {
  const at = now().toISOString()
  const opensAt = nextSendTime(now()).toISOString()
  const anyHour = or(isNull(followUps.ruleKey), notInArray(followUps.ruleKey, [...inHours]))
  const [row] = await tx.execute<Record<keyof Agenda, string | null>>(sql`select
    (select min(available_at) from outbox
      where state = 'pending' and (lease_until is null or lease_until < ${at}::timestamptz)) as relay,
    least(
      (select greatest(due_at, ${opensAt}::timestamptz) from follow_ups
        where state = 'planned' and kind = 'message' and released_at is null order by due_at limit 1),
      (select min(due_at) from follow_ups
        where state = 'planned' and kind = 'message' and released_at is null and due_at < ${opensAt}::timestamptz
          and (${anyHour})),
      (select min(lease_until) from mails where state = 'sending'),
      (select min(lease_until) from outbox where state = 'queued') + ${`${String(lease)} milliseconds`}::interval
    ) as sweep`)
  const instant = (value: string | null | undefined) => (value ? new Date(value) : null)
  return { relay: instant(row?.relay), sweep: instant(row?.sweep) }
}

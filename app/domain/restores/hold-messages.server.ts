import { and, asc, eq, inArray, isNotNull, lte, or } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { handToPerson } from '../follow-ups/hand-to-person.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Keeps a database that is older than what it did from writing to companies twice: messages that have become due since are
 * handed to people, and mails that were about to leave are in doubt, as after a crash.
 * @returns how many of each.
 */
export async function holdMessages(tx: Tx): Promise<{ messages: number; mails: number }> {
  const at = now()
  const due = await tx
    .select({ id: followUps.id })
    .from(followUps)
    .where(
      and(
        eq(followUps.kind, 'message'),
        eq(followUps.state, 'planned'),
        or(lte(followUps.dueAt, at), isNotNull(followUps.releasedAt)),
      ),
    )
    .orderBy(asc(followUps.id))
  for (const { id } of due) await handToPerson(tx, id)
  const doubtful = await tx
    .update(mails)
    .set({ state: 'sending', leaseUntil: new Date(+at - 1) })
    .where(inArray(mails.state, ['pending', 'sending']))
    .returning({ id: mails.id })
  return { messages: due.length, mails: doubtful.length }
}

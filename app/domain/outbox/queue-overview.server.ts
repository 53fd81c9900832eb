import { count, inArray, min } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { authorise } from '../access/authorise.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type QueueOverview = {
  events: Record<'pending' | 'queued' | 'dead', number>
  mails: Record<'waiting' | 'uncertain' | 'failed', number>
  /** Seconds that the oldest unfinished event has been due; 0 when none is. */
  oldestSeconds: number
}

/** How much is under way behind the pages, in numbers alone. */
export async function queueOverview(tx: Tx): Promise<QueueOverview> {
  authorise(tx, 'accounts.manage')
  return asOurselves(tx, async () => {
    const events = await tx
      .select({ state: outbox.state, count: count(), oldest: min(outbox.availableAt) })
      .from(outbox)
      .where(inArray(outbox.state, ['pending', 'queued', 'dead']))
      .groupBy(outbox.state)
    const letters = await tx
      .select({ state: mails.state, count: count() })
      .from(mails)
      .where(inArray(mails.state, ['pending', 'sending', 'uncertain', 'failed']))
      .groupBy(mails.state)
    const eventsIn = (state: string) => events.find((row) => row.state === state)?.count ?? 0
    const mailsIn = (state: string) => letters.find((row) => row.state === state)?.count ?? 0
    const unfinished = events.flatMap(({ state, oldest }) => (state === 'dead' || !oldest ? [] : [+oldest]))
    const waited = unfinished.length > 0 ? +now() - Math.min(...unfinished) : 0
    return {
      events: { pending: eventsIn('pending'), queued: eventsIn('queued'), dead: eventsIn('dead') },
      mails: {
        waiting: mailsIn('pending') + mailsIn('sending'),
        uncertain: mailsIn('uncertain'),
        failed: mailsIn('failed'),
      },
      oldestSeconds: Math.max(0, Math.round(waited / 1000)),
    }
  })
}

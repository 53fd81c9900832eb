import { releaseDueFollowUps } from '#app/domain/follow-ups/release-follow-ups.server.ts'
import { settleDoubts } from '#app/domain/mails/doubt-mail.server.ts'
import { returnLostEvents } from '#app/domain/outbox/claim-events.server.ts'
import type { Timings } from './timings.ts'
import { asWorker } from './worker-actor.ts'

/** How many messages, or mails in doubt, are seen to in one transaction. */
export const sweepBatch = 100

export type Swept = { released: number; doubted: number; returned: number }

/** Finds what nobody is seeing to: messages that came due, mails in doubt, events that the queue has lost. */
export async function sweepOnce({ eventLease }: Pick<Timings, 'eventLease'>): Promise<Swept> {
  const released = await asWorker((tx) => releaseDueFollowUps(tx, sweepBatch))
  const doubted = await asWorker((tx) => settleDoubts(tx, sweepBatch))
  const returned = await asWorker((tx) => returnLostEvents(tx, eventLease))
  return { released, doubted, returned }
}

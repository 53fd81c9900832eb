import { releaseDueFollowUps } from '#app/domain/follow-ups/release-follow-ups.server.ts'
import { settleDoubts } from '#app/domain/mails/doubt-mail.server.ts'
import { returnLostEvents } from '#app/domain/outbox/claim-events.server.ts'
import { log } from '#app/platform/log.server.ts'
import { startLoop, type Loop } from './loop.ts'
import type { Timings } from './timings.ts'
import { asWorker } from './worker-actor.ts'

const BATCH = 100

export type Swept = { released: number; doubted: number; returned: number }

/** Finds what nobody is seeing to: messages that came due, mails in doubt, events that the queue has lost. */
export async function sweepOnce({ eventLease }: Pick<Timings, 'eventLease'>): Promise<Swept> {
  const released = await asWorker((tx) => releaseDueFollowUps(tx, BATCH))
  const doubted = await asWorker((tx) => settleDoubts(tx, BATCH))
  const returned = await asWorker((tx) => returnLostEvents(tx, eventLease))
  return { released, doubted, returned }
}

/** Sweeps for as long as the process lives. */
export function startSweeper(timings: Timings): Loop {
  return startLoop('sweeper', async () => {
    const { released, doubted, returned } = await sweepOnce(timings)
    if (doubted > 0) log.warn({ count: doubted }, 'mails in doubt')
    if (returned > 0) log.warn({ count: returned }, 'events returned to the queue')
    return released === BATCH ? 0 : timings.sweepEvery
  })
}

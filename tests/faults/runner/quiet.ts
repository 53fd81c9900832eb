import { readFileSync } from 'node:fs'
import { desc, eq, sql } from 'drizzle-orm'
import { dailyDoneSince } from '#app/domain/outbox/heartbeats.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { outbox } from '#db/schema/operations.ts'
import { pause } from '../../../scripts/processes.mjs'
import { openEvents } from './check-deeds.ts'

/**
 * Waits until no event is open any more and the work of the day, which kills interrupt again and again, has been done since
 * `began`: it leaves events of its own. What waits for its next try is due now: hours need not go by for that.
 * @returns the milliseconds it took. @throws nothing: what is left after `patience` is found by the checks.
 */
export async function untilQuiet(began: Date, patience: number): Promise<number> {
  const since = performance.now()
  for (let still = 0; still < 3 && performance.now() - since < patience; await pause(500)) {
    await withActor(system('faults'), (tx) =>
      tx
        .update(outbox)
        .set({ availableAt: sql`least(${outbox.availableAt}, now())` })
        .where(eq(outbox.state, 'pending')),
    ).catch(() => undefined)
    const isOver = await isAllOver(began).catch(() => false)
    still = isOver ? still + 1 : 0
  }
  return performance.now() - since
}

const isAllOver = async (began: Date): Promise<boolean> =>
  (await withActor(system('faults'), (tx) => dailyDoneSince(tx, began))) && (await openEvents()).length === 0

/** The latest events, for the queue to be given once more. */
export const latestEvents = (count: number): Promise<string[]> =>
  withActor(system('faults'), async (tx) => {
    const rows = await tx.select({ id: outbox.id }).from(outbox).orderBy(desc(outbox.createdAt)).limit(count)
    return rows.map(({ id }) => id)
  })

/** Waits until a process has stopped itself (state T); false when it ends or `patience` is over before. */
export async function untilStopped(pid: number, patience: number): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; await pause(50)) {
    try {
      const state = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /s, '')[0]
      if (state === 'T' || state === 't') return true
    } catch {
      return false
    }
  }
  return false
}

import { once } from 'node:events'
import type { CrashPoint } from '#app/platform/crash-point.ts'
import type { Random } from '../../../bench/random.ts'
import { signal } from '../../../scripts/processes.mjs'
import { type Child, startChild, WORKER } from './child.ts'

/** Where a worker may be made to die; the one after the last byte of a mail is seen by the mail server, not by us. */
export const crashPoints = [
  'after-claim',
  'before-smtp',
  'after-data',
  'after-250',
  'before-commit',
  'after-commit',
] as const satisfies (CrashPoint | 'after-data')[]
export type Point = (typeof crashPoints)[number]

export type WorkerSettings = Record<'DATABASE_URL' | 'REDIS_URL', string> & { smtpPort: number }

/** How many workers may be ended by the weather before one has stopped itself. */
const SLEEPERS = 4

type Slot = { name: string; child: Child | null; armed: Point | null }

/**
 * Keeps workers running side by side, each started again as soon as it is gone. While there are points left to die at, a
 * new one is armed with the next.
 */
export function startWorkerSlots(
  settings: WorkerSettings,
  points: Point[],
  random: Random,
  hear: (line: string) => void,
) {
  const passed: Record<string, number> = {}
  const backAfter: number[] = []
  let number = 0
  let over = false

  const startWorker = (fault: string): { name: string; child: Child } => {
    number += 1
    const name = `worker-${String(number)}`
    const { smtpPort, ...urls } = settings
    const child = startChild(
      WORKER,
      { ...urls, SMTP_URL: `smtp://127.0.0.1:${String(smtpPort)}/?name=${name}`, FAULT: fault },
      hear,
      (process) => once(process, 'message'),
    )
    return { name, child }
  }

  const slots: Slot[] = [0, 1].map(() => ({ name: '', child: null, armed: null }))
  const keep = async (slot: Slot): Promise<void> => {
    let since = 0
    while (!over) {
      slot.armed = points.pop() ?? null
      const ofOurs = slot.armed !== null && slot.armed !== 'after-data'
      const { name, child } = startWorker(ofOurs ? `${String(slot.armed)}:${String(1 + random.int(3))}` : '')
      Object.assign(slot, { name, child })
      if ((await child.ready) && since > 0) {
        backAfter.push(performance.now() - since)
        since = 0
      }
      const how = await child.ended
      since ||= performance.now()
      if (how === 'SIGKILL' && slot.armed) passed[slot.armed] = (passed[slot.armed] ?? 0) + 1
      // It did not come up, because something that it needs was away.
      else if (slot.armed) points.unshift(slot.armed)
      slot.child = null
    }
  }
  const kept = slots.map(keep)
  const someone = () => slots[random.int(slots.length)]

  return {
    /** How often a worker died at each point. */
    passed,
    /** Milliseconds from each death to the next worker at its place being ready. */
    backAfter,
    pointsLeft: () => points.length + slots.filter(({ armed }) => armed).length,
    /** Told by the mail server that this worker has sent a whole message: it dies there, if it is armed so. */
    atData: (name: string): boolean => {
      const slot = slots.find((known) => known.name === name && known.armed === 'after-data')
      void slot?.child?.kill('SIGKILL')
      return slot !== undefined
    },
    /** `kill -9` of one of them, whatever it is doing; the point it was armed with goes back to the others. */
    killOne: () => {
      const slot = someone()
      if (!slot?.child) return
      if (slot.armed) points.unshift(slot.armed)
      slot.armed = null
      void slot.child.kill('SIGKILL')
    },
    /** SIGTERM to one of them: a deploy. @returns how it ended. */
    deployOne: async (): Promise<string> => {
      const slot = someone()
      if (!slot?.child) return 'gone'
      if (slot.armed) points.unshift(slot.armed)
      slot.armed = null
      return slot.child.kill('SIGTERM')
    },
    /**
     * One more worker, which stops itself at `point` and is woken after `sleep` ms; another one where the weather ends it
     * before. @returns whether one stopped there.
     */
    stopAndWake: async (point: CrashPoint, sleep: number, stopped: (pid: number) => Promise<boolean>) => {
      for (let tries = 0; tries < SLEEPERS && !over; tries += 1) {
        const { child } = startWorker(`${point}:1:SIGSTOP`)
        const asleep = await stopped(child.pid)
        if (asleep) await new Promise((resolve) => setTimeout(resolve, sleep))
        signal(child.pid, 'SIGCONT')
        await new Promise((resolve) => setTimeout(resolve, 3_000))
        await child.kill('SIGTERM')
        if (asleep) return true
      }
      return false
    },
    stop: async () => {
      over = true
      await Promise.all(slots.flatMap(({ child }) => (child ? [child.kill('SIGTERM')] : [])))
      await Promise.all(kept)
    },
  }
}

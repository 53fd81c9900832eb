import { setTimeout as pause } from 'node:timers/promises'
import { errorFields, log } from '#app/platform/log.server.ts'

export type Loop = {
  /** Ends the rest it is taking, or leaves out the next one. */
  wake: () => void
  /** Waits for the running turn; there is none after it. */
  stop: () => Promise<void>
}

/** After a turn that failed: long enough not to hammer a database that is coming back. */
const AFTER_FAILURE = 1_000

/**
 * Runs `turn` again and again; each says how many milliseconds to rest before the next. Waking it cuts a rest short, but
 * not below `least`: what comes in bursts is then seen to together. A turn that fails is logged and tried again.
 */
export function startLoop(job: string, turn: () => Promise<number>, least = 0): Loop {
  const stopping = new AbortController()
  const { signal } = stopping
  let woken = new AbortController()
  const sleep = (ms: number, until: AbortSignal) =>
    pause(ms, undefined, { signal: until }).catch(() => undefined)
  const run = async () => {
    while (!signal.aborted) {
      woken = new AbortController()
      const rest = await turn().catch((error: unknown) => {
        log.warn({ job, ...errorFields(error) }, 'turn failed')
        return AFTER_FAILURE
      })
      await sleep(Math.min(rest, least), signal)
      await sleep(Math.max(0, rest - least), AbortSignal.any([signal, woken.signal]))
    }
  }
  const ended = run()
  return {
    wake: () => woken.abort(),
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

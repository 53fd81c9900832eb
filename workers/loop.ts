import { setTimeout as pause } from 'node:timers/promises'
import { errorFields, log } from '#app/platform/log.server.ts'

export type Loop = { stop: () => Promise<void> }

/** After a turn that failed: long enough not to hammer a database that is coming back. */
const AFTER_FAILURE = 1_000

/**
 * Runs `turn` again and again; each says how many milliseconds to rest before the next. A turn that fails is logged and
 * tried again. `stop` waits for the running one.
 */
export function startLoop(job: string, turn: () => Promise<number>): Loop {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async () => {
    while (!signal.aborted) {
      const rest = await turn().catch((error: unknown) => {
        log.warn({ job, ...errorFields(error) }, 'turn failed')
        return AFTER_FAILURE
      })
      await pause(rest, undefined, { signal }).catch(() => undefined)
    }
  }
  const ended = run()
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

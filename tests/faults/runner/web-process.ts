import { pause } from '../../../scripts/processes.mjs'
import { type Child, startChild, WEB } from './child.ts'

/** Keeps the web server running, started again as soon as it is gone. */
export function startWeb(port: number, env: Record<string, string>, hear: (line: string) => void) {
  const url = `http://127.0.0.1:${String(port)}`
  const backAfter: number[] = []
  let child: Child | null = null
  let over = false
  let up = false
  const answers = async () => {
    while (!over) {
      const page = await fetch(`${url}/accedi`).catch(() => null)
      if (page?.ok) return
      await pause(50)
    }
  }
  const settings = { ...env, PORT: String(port), APP_URL: url, NODE_ENV: 'production' }
  const keep = async (): Promise<void> => {
    let since = 0
    while (!over) {
      child = startChild(WEB, settings, hear, answers)
      up = await child.ready
      if (up && since > 0) {
        backAfter.push(performance.now() - since)
        since = 0
      }
      await child.ended
      since ||= performance.now()
      up = false
    }
  }
  const kept = keep()
  return {
    url,
    /** Milliseconds from each end to the first page after it. */
    backAfter,
    isUp: () => up,
    untilUp: async () => {
      while (!up) await pause(50)
    },
    kill: () => void child?.kill('SIGKILL'),
    deploy: async () => child?.kill('SIGTERM'),
    stop: async () => {
      over = true
      await child?.kill('SIGTERM')
      await kept
    },
  }
}

/** Moments at which a test may have the worker die, as `kill -9` would: nothing is finished, nothing is flushed. */
export type CrashPoint = 'after-claim' | 'before-smtp' | 'after-250' | 'before-commit' | 'after-commit'

/** `FAULT=<point>[:<which time>[:<signal>]]`, in test mode only: anywhere else nothing is read and nothing can be armed. */
const [armed, time = '1', signal = 'SIGKILL'] =
  process.env.APP_MODE === 'test' ? (process.env.FAULT ?? '').split(':') : []

let left = Number(time)

/** Dies here, or stops until it is woken (`SIGSTOP`), when a test has armed this point. */
export function crashPoint(point: CrashPoint): void {
  if (point !== armed) return
  left -= 1
  if (left === 0) process.kill(process.pid, signal)
}

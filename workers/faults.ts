/** Moments at which a test may have the worker die, as `kill -9` would: nothing is finished, nothing is flushed. */
export type CrashPoint = 'after-claim' | 'before-smtp' | 'after-250' | 'before-commit' | 'after-commit'

/** Dies here when a test asks for it (`FAULT`, read in test mode only). */
export function crashPoint(point: CrashPoint): void {
  if (process.env.APP_MODE === 'test' && process.env.FAULT === point) process.kill(process.pid, 'SIGKILL')
}

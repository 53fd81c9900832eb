/** How much of everything one run does. */
export type Size = {
  operations: number
  /** `kill -9` of a worker, the web, PostgreSQL and Redis, as many of each. */
  killsOfEach: number
  /** How often a worker dies at each named point. */
  passes: number
  /** Stops by SIGTERM with a new process after, of web and worker. */
  deploys: number
  /** Connections cut all at once, and made slow for a while. */
  disturbances: number
  /** Least milliseconds between two operations, so that there is load for as long as there are faults. */
  pace: number
}

export const sizes = {
  ci: { operations: 2_000, killsOfEach: 6, passes: 20, deploys: 2, disturbances: 6, pace: 90 },
  long: { operations: 20_000, killsOfEach: 50, passes: 60, deploys: 10, disturbances: 40, pace: 90 },
} as const satisfies Record<string, Size>

/** How long a stopped worker sleeps before it is woken. */
export const STOPPED_FOR = 40_000

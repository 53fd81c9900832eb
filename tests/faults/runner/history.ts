export const kinds = ['contact', 'answer', 'card', 'opening', 'invite', 'read'] as const
export type Kind = (typeof kinds)[number]

/** `ok`: it was answered, so it must be there. `failed`: it was refused before it began. `unknown`: nobody can tell. */
export type Outcome = 'ok' | 'failed' | 'unknown'

/** One thing that somebody did, as she saw it. */
export type Operation = {
  number: number
  kind: Kind
  outcome: Outcome
  /** Id of what it is about, to look for it afterwards. */
  subject: string
  tries: number
  ms: number
}

/** What went on behind the pages while something was done, as the runner caused it. */
export type Weather = { queueDown: boolean; databaseDown: boolean; webDown: boolean }

/** A page that answered with a fault. */
export type Fault = Weather & { status: number; path: string; reading: boolean; ms: number }

/** Everything that was done in a run, for the checks to hold against what there is. */
export type History = {
  operations: Operation[]
  faults: Fault[]
  pagesRead: number
  readWhileQueueDown: number
}

const PREFIX = 'handed_on:'

/** What an open task keeps as its `why` once somebody has passed it on: her id, so that whoever has it now can ask. */
export const handedOnBy = (userId: string): string => PREFIX + userId

/** Who passed a task on, or null. */
export const giverOf = (why: string): string | null =>
  why.startsWith(PREFIX) ? why.slice(PREFIX.length) : null

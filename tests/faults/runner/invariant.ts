/** Something that must hold after a run: how often it did not, and what it was looked for in. */
export type Invariant = { name: string; broken: number; of: number; example?: string }

/** An invariant of a list: each of `broken` is one that breaks it. */
export const holds = (name: string, of: number, broken: readonly string[]): Invariant => ({
  name,
  of,
  broken: broken.length,
  ...(broken[0] === undefined ? {} : { example: broken[0] }),
})

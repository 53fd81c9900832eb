/** Of privacy.md, Retention: how many years entries of the audit are kept. */
const YEARS = 5

/** Entries of before that have ended at `at`. */
export function entriesKeptSince(at: Date): Date {
  const then = new Date(at)
  then.setUTCFullYear(then.getUTCFullYear() - YEARS)
  return then
}

/** Of privacy.md, Retention: how many years entries of the audit are kept. */
const YEARS = 5
/** Kept longer than the database asks: it takes 29 February back to the 28th, in a time zone of its own. */
const DAYS_MORE = 2

/** Entries of before that have ended at `at`. */
export function entriesKeptSince(at: Date): Date {
  const then = new Date(at)
  then.setUTCFullYear(then.getUTCFullYear() - YEARS)
  then.setUTCDate(then.getUTCDate() - DAYS_MORE)
  return then
}

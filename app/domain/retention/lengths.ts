/** Of privacy.md, Retention: months without contact after which we ask, and after which we erase. */
const ASK_AFTER = 12
const ERASE_AFTER = 24
/** Months that whoever was asked has to answer, also where a worker was off for so long that both came at once. */
const TIME_TO_ANSWER = 3

function monthsBefore(at: Date, months: number): Date {
  const then = new Date(at)
  then.setUTCMonth(then.getUTCMonth() - months)
  return then
}

/** Who was not heard from since then is asked about. */
export const askAfter = (at: Date): Date => monthsBefore(at, ASK_AFTER)

/** Who was not heard from since then is erased. */
export const eraseAfter = (at: Date): Date => monthsBefore(at, ERASE_AFTER)

/** Who was asked about since then is not erased yet. */
export const answerUntil = (at: Date): Date => monthsBefore(at, TIME_TO_ANSWER)

/**
 * The first day on which somebody is erased unless she is heard from: two years after the last contact, and not before there was
 * time to answer the question about her. Who was not asked yet is asked at `at` at the earliest.
 */
export function erasedOn(
  { lastContact, askedAt }: { lastContact: Date; askedAt: Date | null },
  at: Date,
): Date {
  const quiet = monthsBefore(lastContact, -ERASE_AFTER)
  const answered = monthsBefore(askedAt ?? at, -TIME_TO_ANSWER)
  return quiet > answered ? quiet : answered
}

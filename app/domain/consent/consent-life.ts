import { addDays, addMonths, atLocal, localDate, type IsoDate } from '../calendar/rome.ts'

/** A yes to being looked for counts for a year: after that nobody may think that she still remembers it. */
const LIFE_MONTHS = 12
/** So long before its end she is asked again. */
const ASK_AGAIN_DAYS = 30

/** The first day on which a yes given at `at` no longer counts. */
export const lapsesOn = (at: Date): IsoDate => addMonths(localDate(at), LIFE_MONTHS)

/** Whether a yes given at `at` no longer counts on `today`. */
export const hasLapsed = (at: Date, today: IsoDate): boolean => lapsesOn(at) <= today

/** Whether a yes given at `at` still counts on `today`, and not for long. */
export const isAboutToLapse = (at: Date, today: IsoDate): boolean =>
  !hasLapsed(at, today) && addDays(lapsesOn(at), -ASK_AGAIN_DAYS) <= today

/** A yes that is about to lapse on `today`, or has lapsed, was given before this; some days of later ones with them. */
export const givenBefore = (today: IsoDate): Date =>
  atLocal(addDays(addMonths(today, -LIFE_MONTHS), ASK_AGAIN_DAYS + 3), '00:00')

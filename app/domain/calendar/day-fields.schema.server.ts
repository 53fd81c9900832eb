import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { addDays, isIsoDate, localDate } from './rome.ts'

const FIVE_YEARS = 5 * 366

/** A day that exists. The rules that follow are asked only of such a day. */
const day = (missing: string) =>
  z.string({ error: missing }).refine(isIsoDate, { error: missing, abort: true })

/** A day that has come already. */
export const pastDay = (missing: string) =>
  day(missing).refine((value) => value >= '2000-01-01' && value <= localDate(now()), {
    error: 'relationship_day_not_past',
  })

/** Today or a day of the next five years. */
export const comingDay = (missing: string) =>
  day(missing).refine(
    (value) => {
      const today = localDate(now())
      return value >= today && value <= addDays(today, FIVE_YEARS)
    },
    { error: 'relationship_day_not_coming' },
  )

import { getLocale, type Locale } from '#app/locales/generated/runtime.js'

const TIME_ZONE = 'Europe/Rome'
const DAY = 24 * 60 * 60 * 1_000
const tags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' }

/** Building an `Intl` formatter costs some 50 µs, using one 1 µs: one of each kind and language is kept. */
function perLocale<Formatter>(build: (tag: string) => Formatter): () => Formatter {
  const kept = new Map<Locale, Formatter>()
  return () => {
    const locale = getLocale()
    const formatter = kept.get(locale) ?? build(tags[locale])
    kept.set(locale, formatter)
    return formatter
  }
}

const dateFormat = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: TIME_ZONE }),
)
const dateTimeFormat = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE }),
)
const appointmentFormat = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short', timeZone: TIME_ZONE }),
)
const monthFormat = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: TIME_ZONE }),
)
// Italian groups from 12.345 on unless told: columns of numbers would not line up.
const numberFormat = perLocale((tag) => new Intl.NumberFormat(tag, { useGrouping: 'always' }))
const moneyFormat = perLocale(
  (tag) => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR', useGrouping: 'always' }),
)
const relativeFormat = perLocale((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))
const calendarDay = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: TIME_ZONE })

/** A moment, or a calendar day as the database writes it (`2026-10-04`). */
export type Moment = Date | string

const toDate = (moment: Moment): Date => (typeof moment === 'string' ? new Date(moment) : moment)
const dayNumber = (moment: Moment): number => Date.parse(calendarDay.format(toDate(moment))) / DAY

/** `4 ott 2026`. */
export const formatDate = (moment: Moment): string => dateFormat().format(toDate(moment))

/** `4 ott 2026, 09:30`, the hour of Torino whatever the server's. */
export const formatDateTime = (moment: Moment): string => dateTimeFormat().format(toDate(moment))

/** `Giovedì 26 novembre 2026 alle ore 10:30`: a moment that somebody has to be somewhere. */
export function formatAppointment(moment: Moment): string {
  const words = appointmentFormat().format(toDate(moment))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `ottobre 2026`, of a calendar day. */
export const formatMonth = (day: string): string => monthFormat().format(new Date(day))

/** `1.234,5`. */
export const formatNumber = (value: number): string => numberFormat().format(value)

/** Euro cents as `1.234,50 €`. */
export const formatMoney = (cents: number): string => moneyFormat().format(cents / 100)

/**
 * `oggi`, `ieri`, `tra 3 giorni`: calendar days of Torino between `moment` and `today`. The caller gives `today`
 * (a loader's `now()`), so that server and browser write the same word around midnight.
 */
export const formatRelativeDay = (moment: Moment, today: Moment): string =>
  relativeFormat().format(dayNumber(moment) - dayNumber(today), 'day')

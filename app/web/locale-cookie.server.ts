import { DAY, SECOND } from '#app/domain/shared/durations.ts'
import type { Locale } from '#app/locales/generated/runtime.js'
import { serialiseCookie } from './cookies.server.ts'
import { LOCALE_COOKIE } from './locale.ts'

/** The `Set-Cookie` value that keeps a language for a year. */
export const localeCookie = (locale: Locale): string =>
  `${serialiseCookie(LOCALE_COOKIE, locale)}; Max-Age=${(365 * DAY) / SECOND}`

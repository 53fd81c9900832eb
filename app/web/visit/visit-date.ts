import type { VisitLanguage } from '#app/domain/visits/languages.ts'

/** Digits as on the rest of the page and on the telephone's own dates. */
const TAGS: Record<VisitLanguage, string> = {
  it: 'it-IT',
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ar: 'ar-u-nu-latn',
}

/** A day in full, in her language: `12 novembre 2026`. */
export const visitDate = (moment: Date | string, language: VisitLanguage): string =>
  new Intl.DateTimeFormat(TAGS[language], { dateStyle: 'long', timeZone: 'Europe/Rome' }).format(
    new Date(moment),
  )

import { baseLocale, isLocale, overwriteGetLocale } from '#app/locales/generated/runtime.js'

/** The browser speaks the language of the document it was given; changing it loads a new document. */
export function followDocumentLocale(): void {
  overwriteGetLocale(() => {
    const { lang } = document.documentElement
    return isLocale(lang) ? lang : baseLocale
  })
}

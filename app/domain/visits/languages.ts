/** The languages of a person's own pages. */
export const visitLanguages = ['it', 'en', 'fr', 'es', 'ar'] as const
export type VisitLanguage = (typeof visitLanguages)[number]

/** How each language calls itself. */
export const languageNames: Record<VisitLanguage, string> = {
  it: 'Italiano',
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
}

/** Which way a language is written. */
export const directionOf = (language: VisitLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export const isVisitLanguage = (value: unknown): value is VisitLanguage =>
  visitLanguages.some((language) => language === value)

/** The first of a browser's languages that we have, in its own order; Italian where there is none. */
export function preferredLanguage(acceptLanguage: string | null): VisitLanguage {
  const asked = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find(isVisitLanguage) ?? 'it'
}

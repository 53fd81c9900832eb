import { Icon } from '#app/ui/Icon.tsx'

/** Each language under its own name, so that who needs it can read it. */
const LANGUAGES = { it: 'Italiano', en: 'English' } as const

export type UiLocale = keyof typeof LANGUAGES

/** Asks for the page in the other language. A whole page load: the language of the document changes with it. */
export function LanguageSwitch({ locale, to }: { locale: UiLocale; to: string }) {
  const others = (Object.keys(LANGUAGES) as UiLocale[]).filter((language) => language !== locale)
  return (
    <div className="lang-switch">
      {others.map((language) => (
        <form key={language} method="post" action="/lingua">
          <input type="hidden" name="locale" value={language} />
          <input type="hidden" name="to" value={to} />
          <button type="submit" lang={language}>
            <Icon name="globe" />
            {LANGUAGES[language]}
          </button>
        </form>
      ))}
    </div>
  )
}

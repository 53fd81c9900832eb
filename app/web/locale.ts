import { baseLocale, isLocale, type Locale } from '#app/locales/generated/runtime.js'

/** The plain name; over https every cookie of ours is `__Host-` (`cookies.server.ts`). */
export const LOCALE_COOKIE = 'locale'
const COOKIE_NAMES = [LOCALE_COOKIE, `__Host-${LOCALE_COOKIE}`]

/** The language of a request: the one chosen (cookie), else the first of the browser's that we have, else Italian. */
export function negotiateLocale(cookies: string | undefined, acceptLanguage: string | undefined): Locale {
  return chosenLocale(cookies) ?? acceptedLocale(acceptLanguage) ?? baseLocale
}

function chosenLocale(cookies = ''): Locale | undefined {
  const value = cookies
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name = '']) => COOKIE_NAMES.includes(name))?.[1]
  return isLocale(value) ? value : undefined
}

function acceptedLocale(acceptLanguage = ''): Locale | undefined {
  return acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
    .find(isLocale)
}

import { placeByCode } from '../places/places.server.ts'
import { demands } from '../taxonomy/demands.ts'
import type { LabelLocale, Labels } from '../taxonomy/labels.ts'
import { professionByCode } from '../taxonomy/professions.ts'
import { sectorByCode } from '../taxonomy/sectors.ts'
import { skillByCode } from '../taxonomy/skills.ts'
import type { OpeningLabels, OpeningView } from './opening-view.ts'
import { placeChoice } from './place-choice.server.ts'

const named = (labels: Labels | undefined, locale: LabelLocale, code: string): string =>
  labels?.[locale] ?? code

/** `Aiuto cucina`; a code of a taxonomy that has gone since stays readable as it is. */
export const professionLabel = (code: string, locale: LabelLocale): string =>
  named(professionByCode(code), locale, code)
export const skillLabel = (code: string, locale: LabelLocale): string =>
  named(skillByCode(code), locale, code)
export const sectorLabel = (code: string, locale: LabelLocale): string =>
  named(sectorByCode(code), locale, code)
export const demandLabel = (code: string, locale: LabelLocale): string =>
  named(
    demands.find((demand) => demand.code === code),
    locale,
    code,
  )

/** `Ivrea (TO)`. */
export const placeLabel = (code: string): string => {
  const place = placeByCode(code)
  return place ? placeChoice(place) : code
}

/** The words of an opening's codes in one language, for pages: the browser never gets the whole taxonomy. */
export function labelOpening(view: OpeningView, locale: LabelLocale): OpeningLabels {
  return {
    profession: view.professionCode ? professionLabel(view.professionCode, locale) : null,
    sector: sectorLabel(view.sector, locale),
    place: view.placeCode ? placeLabel(view.placeCode) : null,
    skills: Object.fromEntries(view.skills.map(({ code }) => [code, skillLabel(code, locale)])),
    teaches: view.teaches.map((code) => skillLabel(code, locale)),
    demands: view.demands.map((code) => demandLabel(code, locale)),
  }
}

import { placeByCode } from '../places/places.server.ts'
import { demands } from '../taxonomy/demands.ts'
import type { LabelLocale, Labels } from '../taxonomy/labels.ts'
import { sectorByCode } from '../taxonomy/sectors.ts'
import { labelOfProfession, labelOfSkill } from '../taxonomy/vocabulary.ts'
import type { OpeningLabels, OpeningView } from './opening-view.ts'
import { placeChoice } from './place-choice.server.ts'

const named = (labels: Labels | undefined, locale: LabelLocale, code: string): string =>
  labels?.[locale] ?? code

/** `Commercio`; a code that has gone since stays readable as it is. */
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
    profession: view.professionCode ? labelOfProfession(view.professionCode, locale) : null,
    sector: sectorLabel(view.sector, locale),
    place: view.placeCode ? placeLabel(view.placeCode) : null,
    skills: Object.fromEntries(view.skills.map(({ code }) => [code, labelOfSkill(code, locale)])),
    teaches: view.teaches.map((code) => labelOfSkill(code, locale)),
    demands: view.demands.map((code) => demandLabel(code, locale)),
  }
}

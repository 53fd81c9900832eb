import { getZodConstraint } from '@conform-to/zod/v4'
import { localDate } from '#app/domain/calendar/rome.ts'
import { euroFieldOf } from '#app/domain/openings/euro.ts'
import { internshipRuleOn } from '#app/domain/openings/internship-rules.ts'
import { demandLabel, placeLabel } from '#app/domain/openings/label-opening.server.ts'
import { loadOwnCompany } from '#app/domain/openings/load-own-company.server.ts'
import type { OpeningShift } from '#app/domain/openings/opening-facts.ts'
import type { OpeningView } from '#app/domain/openings/opening-view.ts'
import { placeChoices } from '#app/domain/openings/place-choice.server.ts'
import { stepSchemas } from '#app/domain/openings/save-opening-step.schema.server.ts'
import { needOf } from '#app/domain/openings/step-skills.schema.server.ts'
import type { OpeningStep } from '#app/domain/openings/steps.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { demandCodes } from '#app/domain/taxonomy/demands.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { licenceCategories } from '#app/domain/taxonomy/licences.ts'
import { suggestSkills } from '#app/domain/taxonomy/suggest-skills.server.ts'
import { labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import { now } from '#app/platform/clock.server.ts'
import { professionOptions } from '#app/web/profession-options.server.ts'
import { moreProfessions } from '#app/web/take-search.server.ts'
import { NEW_SHIFT, type ShiftLine } from './shift-lists.server.ts'

/** Categories that openings of the territory ask for; the others wait behind "more". */
const COMMON_LICENCES = ['B', 'C', 'CE', 'D']

const whatView = (opening: OpeningView, locale: LabelLocale) => ({
  step: 1 as const,
  constraint: getZodConstraint(stepSchemas[1]),
  professions: professionOptions(locale),
  more: moreProfessions([opening.professionCode ?? ''], locale),
  values: {
    kind: opening.kind ?? '',
    professionCode: opening.professionCode ?? '',
    title: opening.title,
    tasks: opening.tasks,
  },
})

const suggested = (tx: Tx, opening: OpeningView) => suggestSkills(tx, opening.professionCode ?? '')
const labelled = (codes: readonly string[], locale: LabelLocale) =>
  codes.map((code) => ({ code, label: labelOfSkill(code, locale) }))

const skillsView = async (tx: Tx, opening: OpeningView, locale: LabelLocale) => ({
  step: 2 as const,
  suggestions: labelled(await suggested(tx, opening), locale),
  skills: opening.skills.map((skill) => ({
    code: skill.code,
    label: labelOfSkill(skill.code, locale),
    need: needOf(skill) as string,
    level: String(skill.level),
  })),
})

const shiftLine = ({ kind, mask, hoursPerWeek }: OpeningShift): ShiftLine => ({
  kind,
  hoursPerWeek: String(hoursPerWeek ?? ''),
  week: { mask },
})

async function whenWhereView(tx: Tx, opening: OpeningView) {
  // The company's own town is the first guess, until the step has been saved.
  const guess = opening.stepsDone < 3 ? (await loadOwnCompany(tx, opening.companyId)).placeCode : null
  const placeCode = opening.placeCode ?? guess
  return {
    step: 3 as const,
    constraint: getZodConstraint(stepSchemas[3]),
    placeChoices,
    licences: licenceCategories.map((category) => ({
      category,
      common: COMMON_LICENCES.includes(category) || opening.licences.includes(category),
    })),
    today: localDate(now()),
    shifts: opening.shifts.length > 0 ? opening.shifts.map(shiftLine) : [NEW_SHIFT],
    values: {
      hoursPerWeek: String(opening.hoursPerWeek ?? ''),
      placeCode: placeCode ? placeLabel(placeCode) : '',
      licences: opening.licences,
      needsVehicle: opening.needsVehicle ? 'on' : '',
      startFrom: opening.startFrom ?? '',
      startLatest: opening.startLatest ?? '',
      durationMonths: String(opening.durationMonths ?? ''),
      places: String(opening.places),
    },
  }
}

async function conditionsView(tx: Tx, opening: OpeningView, locale: LabelLocale) {
  const rule = internshipRuleOn(opening.startFrom ?? localDate(now()))
  const known = new Set([
    ...(await suggested(tx, opening)),
    ...opening.skills.map(({ code }) => code),
    ...opening.teaches,
  ])
  const seen = opening.stepsDone >= 4
  return {
    step: 4 as const,
    constraint: getZodConstraint(stepSchemas[4]),
    kind: opening.kind ?? ('job' as const),
    internshipRule:
      opening.kind === 'internship' && rule
        ? { indemnityCents: rule.indemnityCents, floorCents: rule.floorCents, source: rule.source }
        : null,
    demands: demandCodes.map((code) => ({ value: code as string, label: demandLabel(code, locale) })),
    teachable: labelled([...known], locale),
    values: {
      // Nothing is asked of her before she has said so.
      italianSpoken: seen ? String(opening.italianSpoken) : '',
      italianWritten: seen ? String(opening.italianWritten) : '',
      pay: opening.payMonthlyCents === null ? '' : euroFieldOf(opening.payMonthlyCents),
      demands: opening.demands,
      offers: opening.offers as string[],
      teaches: opening.teaches,
    },
  }
}

/** What one step's page shows: the answers given so far and the choices there are. */
export async function stepView(tx: Tx, opening: OpeningView, step: OpeningStep, locale: LabelLocale) {
  switch (step) {
    case 1:
      return whatView(opening, locale)
    case 2:
      return skillsView(tx, opening, locale)
    case 3:
      return whenWhereView(tx, opening)
    case 4:
      return conditionsView(tx, opening, locale)
    default:
      return step satisfies never
  }
}

type Views = Awaited<ReturnType<typeof stepView>>
export type StepView<S extends OpeningStep> = Extract<Views, { step: S }>

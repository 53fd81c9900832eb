import type { IsoDate } from '../calendar/rome.ts'
import type { OpeningKind } from '../matching/types.ts'
import { fromBits, hoursOf } from '../matching/week.ts'
import type { OpeningShift } from './opening-facts.ts'

/** What a region asks of extra-curricular internships. */
export type InternshipRule = {
  region: 'Piemonte'
  /** The day of the act; an internship follows the newest row of the day on which it starts. */
  from: IsoDate
  source: string
  /** Gross monthly indemnity for `fullWeekHours`; for fewer hours in proportion, never below the floor. */
  indemnityCents: number
  fullWeekHours: number
  floorCents: number
  /** Shortest duration. */
  leastMonths: number
}

/** Rows are added, never changed: what was advised on a day can be told again. Oldest first. */
export const internshipRules: readonly InternshipRule[] = [
  {
    region: 'Piemonte',
    from: '2017-12-22',
    source: 'D.G.R. 22 dicembre 2017, n. 85-6277',
    indemnityCents: 600_00,
    fullWeekHours: 40,
    floorCents: 300_00,
    leastMonths: 2,
  },
]

/** The rule for an internship that starts on `day`, if there was one. */
export const internshipRuleOn = (day: IsoDate): InternshipRule | undefined =>
  internshipRules.findLast((rule) => rule.from <= day)

/** The least gross indemnity a month for so many hours a week; for a full week where the hours are not known. */
export function leastIndemnityCents(rule: InternshipRule, hoursPerWeek: number | null): number {
  if (hoursPerWeek === null || hoursPerWeek >= rule.fullWeekHours) return rule.indemnityCents
  return Math.max(rule.floorCents, Math.ceil((rule.indemnityCents * hoursPerWeek) / rule.fullWeekHours))
}

export type InternshipAdvice =
  | { about: 'indemnity'; leastCents: number; source: string }
  | {
      about: 'duration'
      leastMonths: number
      source: string
    }

type Internship = {
  kind: OpeningKind | null
  payMonthlyCents: number | null
  hoursPerWeek: number | null
  shifts: readonly OpeningShift[]
  durationMonths: number | null
  startFrom: IsoDate | null
}

/**
 * Hours a week of an internship: as stated, else those of its shortest shift. The union of rotating shifts is longer than
 * anybody works, but then the full week counts anyway.
 */
function weeklyHours({ hoursPerWeek, shifts }: Pick<Internship, 'hoursPerWeek' | 'shifts'>): number | null {
  if (hoursPerWeek !== null || shifts.length === 0) return hoursPerWeek
  return Math.min(...shifts.map((shift) => shift.hoursPerWeek ?? hoursOf(fromBits(shift.mask))))
}

/**
 * Where an opening asks for less than the rule. Advice, not a refusal: the promoter decides which rule an internship is
 * under (those for social inclusion have their own) and who pays the indemnity.
 */
export function internshipAdvice(opening: Internship, today: IsoDate): InternshipAdvice[] {
  const rule = internshipRuleOn(opening.startFrom ?? today)
  if (opening.kind !== 'internship' || !rule) return []
  const leastCents = leastIndemnityCents(rule, weeklyHours(opening))
  const advice: InternshipAdvice[] = []
  if (opening.payMonthlyCents !== null && opening.payMonthlyCents < leastCents)
    advice.push({ about: 'indemnity', leastCents, source: rule.source })
  if (opening.durationMonths !== null && opening.durationMonths < rule.leastMonths)
    advice.push({ about: 'duration', leastMonths: rule.leastMonths, source: rule.source })
  return advice
}

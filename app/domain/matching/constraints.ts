import { aim } from './constraints/aim.ts'
import { commute } from './constraints/commute.ts'
import { demands } from './constraints/demands.ts'
import { exclusion } from './constraints/exclusion.ts'
import { language } from './constraints/language.ts'
import { licence } from './constraints/licence.ts'
import { pay } from './constraints/pay.ts'
import { permit } from './constraints/permit.ts'
import { shift } from './constraints/shift.ts'
import { skills } from './constraints/skills.ts'
import { start } from './constraints/start.ts'
import type { IsoDate, MatchOpening, MatchProfile } from './types.ts'

/** Every hard constraint, in the order in which verdicts are given and shown. */
const rules = {
  shift,
  skills,
  licence,
  language,
  commute,
  permit,
  start,
  pay,
  aim,
  demands,
  exclusion,
} as const satisfies Record<
  string,
  (opening: MatchOpening, profile: MatchProfile, today: IsoDate) => { constraint: string; met: boolean }
>

export type Constraint = keyof typeof rules
export type Verdict = ReturnType<(typeof rules)[Constraint]>
export type BlockedVerdict = Extract<Verdict, { met: false }>

export const constraints = Object.keys(rules) as readonly Constraint[]

/** What an employer can change, or a course can give in time: the only constraints a near miss may miss. */
export const negotiable = [
  'shift',
  'skills',
  'licence',
  'language',
  'commute',
  'start',
  'pay',
] as const satisfies readonly Constraint[]
export type NegotiableConstraint = (typeof negotiable)[number]

/** What staff other than her own case manager may see: all but the places and companies she avoids. */
export const othersVisible: readonly Constraint[] = constraints.filter((name) => name !== 'exclusion')

/** One verdict for each constraint, met or blocked, in the order of `constraints`. */
export const evaluate = (opening: MatchOpening, profile: MatchProfile, today: IsoDate): Verdict[] =>
  constraints.map((name) => rules[name](opening, profile, today))

/** Whether one constraint is met. */
export const isMet = (
  name: Constraint,
  opening: MatchOpening,
  profile: MatchProfile,
  today: IsoDate,
): boolean => rules[name](opening, profile, today).met

/** Whether nothing blocks. */
export const admits = (verdicts: readonly Verdict[]): boolean => verdicts.every(({ met }) => met)

/**
 * The one negotiable verdict that blocks, or null: for the admitted, for two obstacles or more, and for any
 * obstacle that is not to be negotiated.
 */
export function nearMiss(
  verdicts: readonly Verdict[],
): Extract<BlockedVerdict, { constraint: NegotiableConstraint }> | null {
  const [only, ...others] = verdicts.filter((verdict) => !verdict.met)
  return only && others.length === 0 && isNegotiable(only) ? only : null
}

const isNegotiable = (
  verdict: BlockedVerdict,
): verdict is Extract<BlockedVerdict, { constraint: NegotiableConstraint }> =>
  (negotiable as readonly Constraint[]).includes(verdict.constraint)

/**
 * The verdicts a person of the network may see: all of them for her own case manager. For others those of
 * `othersVisible`, or null where something hidden blocks, because a list that is all met would give it away; they
 * are told only "not proposable".
 */
export function visibleTo(
  viewer: 'own_case_manager' | 'other_staff',
  verdicts: readonly Verdict[],
): Verdict[] | null {
  if (viewer === 'own_case_manager') return [...verdicts]
  const shown = verdicts.filter(({ constraint }) => othersVisible.includes(constraint))
  const hidden = verdicts.filter(({ constraint }) => !othersVisible.includes(constraint))
  return admits(hidden) ? shown : null
}

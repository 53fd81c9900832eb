/** How one kind of event counts: `weight` in points of the sum, halved every `halfLifeDays` days. */
export type KindRule = { weight: number; halfLifeDays: number }

/**
 * The default weights and half-lives. Coordinators may change both numbers; whether a kind is good or bad news is
 * fixed. The reason of each, in one sentence, is the message `trust_reason_<kind>`.
 */
export const defaultKinds = {
  proposal_answered_in_time: { weight: 4, halfLifeDays: 90 },
  proposal_unanswered: { weight: -4, halfLifeDays: 60 },
  visit_held: { weight: 5, halfLifeDays: 120 },
  opening_posted: { weight: 6, halfLifeDays: 180 },
  interview_held: { weight: 5, halfLifeDays: 120 },
  placement_begun: { weight: 10, halfLifeDays: 270 },
  placement_completed: { weight: 10, halfLifeDays: 365 },
  internship_became_hire: { weight: 20, halfLifeDays: 540 },
  feedback_good: { weight: 8, halfLifeDays: 270 },
  feedback_poor: { weight: -10, halfLifeDays: 270 },
  ended_early_by_company: { weight: -12, halfLifeDays: 270 },
  incident_confirmed: { weight: -25, halfLifeDays: 540 },
  story_published: { weight: 12, halfLifeDays: 365 },
  testimonial_spoke: { weight: 12, halfLifeDays: 365 },
  referral_made: { weight: 10, halfLifeDays: 365 },
  silence_week: { weight: -1, halfLifeDays: 60 },
} as const satisfies Record<string, KindRule>

export type TrustKind = keyof typeof defaultKinds
export type TrustKinds = Readonly<Record<TrustKind, KindRule>>
export const trustKinds = Object.keys(defaultKinds) as TrustKind[]

/** An answer counts as given in time within this many working days of the sending. */
export const ANSWER_IN_TIME_WORKING_DAYS = 5

/** Good news raises the score, bad news lowers it, whatever numbers a coordinator sets. */
export const isGood = (kind: TrustKind): boolean => defaultKinds[kind].weight > 0

const OF_A_PERSON: ReadonlySet<TrustKind> = new Set([
  ...(['proposal_answered_in_time', 'proposal_unanswered', 'interview_held'] as const),
  ...([
    'placement_begun',
    'placement_completed',
    'internship_became_hire',
    'ended_early_by_company',
  ] as const),
  ...(['feedback_good', 'feedback_poor', 'incident_confirmed'] as const),
])

/** Whether a day would lead back to a person: only the week of such an event is shown. */
export const isOfPerson = (kind: TrustKind): boolean => OF_A_PERSON.has(kind)

/** Message key of the sentence that says why the kind counts as it does. */
export const reasonKey = (kind: TrustKind) => `trust_reason_${kind}` as const

const MOST_WEIGHT = 50
const MOST_HALF_LIFE_DAYS = 3650

export type KindRuleFault = 'weight_changes_sign' | 'weight_too_large' | 'half_life_out_of_range'

/**
 * What is wrong with a coordinator's numbers for `kind`, or null. A weight of 0 switches the kind off; a half-life is
 * 1 to 3,650 days.
 */
export function faultOf(kind: TrustKind, rule: KindRule): KindRuleFault | null {
  if (isGood(kind) ? !(rule.weight >= 0) : !(rule.weight <= 0)) return 'weight_changes_sign'
  if (Math.abs(rule.weight) > MOST_WEIGHT) return 'weight_too_large'
  return rule.halfLifeDays >= 1 && rule.halfLifeDays <= MOST_HALF_LIFE_DAYS ? null : 'half_life_out_of_range'
}

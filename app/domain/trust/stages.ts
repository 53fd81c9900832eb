/** The ladder of a company's relationship with the network, lowest rung first. */
export const trustStages = [
  'new',
  'contacted',
  'in_dialogue',
  'posting',
  'hosting',
  'hiring',
  'testimonial',
  'ambassador',
] as const
export type TrustStage = (typeof trustStages)[number]

/** What proves each rung above the first. */
const rungOfFact = {
  /** Somebody of the network reached the company. */
  contacted: 'contacted',
  /** A visit or meeting was held, or the company answered us. */
  dialogue_opened: 'in_dialogue',
  opening_posted: 'posting',
  placement_began: 'hosting',
  hired: 'hiring',
  testimonial_accepted: 'testimonial',
  /** A company that this one introduced has itself been contacted. */
  referral_contacted: 'ambassador',
} as const satisfies Record<string, TrustStage>
export type StageFact = keyof typeof rungOfFact
export const stageFacts = Object.keys(rungOfFact) as StageFact[]

/** Place of `stage` on the ladder, 0 for `new`. */
export const rankOf = (stage: TrustStage): number => trustStages.indexOf(stage)

/**
 * The stage after a fact happened: facts move a company up and never down. Only facts that happen from now on are
 * applied, so a stage that a person lowered is not raised again by what was known already.
 */
export function stageFromFact(current: TrustStage, fact: StageFact): TrustStage {
  const proven = rungOfFact[fact]
  return rankOf(proven) > rankOf(current) ? proven : current
}

/** Highest rung that a person may confirm by hand: what lies above is the company's own act, with a record of its own. */
const HIGHEST_BY_HAND: TrustStage = 'hiring'

export type StageMove = { ok: true } | { ok: false; why: 'same_stage' | 'reason_needed' | 'fact_needed' }

/**
 * Whether a person may set `to` by hand. Down always, up as far as `hiring` (what happened before the network kept
 * records), each time with a reason, which is kept with the author and the time.
 */
export function stageByHand(current: TrustStage, to: TrustStage, reason: string): StageMove {
  if (to === current) return { ok: false, why: 'same_stage' }
  if (rankOf(to) > rankOf(current) && rankOf(to) > rankOf(HIGHEST_BY_HAND))
    return { ok: false, why: 'fact_needed' }
  return reason.trim() === '' ? { ok: false, why: 'reason_needed' } : { ok: true }
}

/** The stages that a person may choose from `current`, lowest first. */
export const stagesByHand = (current: TrustStage): TrustStage[] =>
  trustStages.filter((to) => stageByHand(current, to, 'any').ok)

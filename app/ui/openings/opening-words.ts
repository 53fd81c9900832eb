import type { OpeningKind } from '#app/domain/matching/types.ts'
import type { Offer } from '#app/domain/openings/offers.ts'
import type { OpeningSkill } from '#app/domain/openings/opening-facts.ts'
import type { OpeningState } from '#app/domain/openings/states.ts'
import { m } from '#app/locales/generated/messages.js'

/** The four kinds as a company reads them. */
export const kindLabels: Record<OpeningKind, () => string> = {
  job: m.matching_kind_job,
  internship: m.matching_kind_internship,
  trial: m.matching_kind_trial,
  training: m.matching_kind_training,
}

/** Where an opening stands, in a word. */
export const openingStateLabels: Record<OpeningState, () => string> = {
  draft: m.openings_state_draft,
  open: m.openings_state_open,
  paused: m.openings_state_paused,
  closed: m.openings_state_closed,
}

export const offerLabels: Record<Offer, () => string> = {
  transport: m.openings_offer_transport,
  lodging: m.openings_offer_lodging,
  canteen: m.openings_offer_canteen,
  childcare: m.openings_offer_childcare,
  tutor: m.openings_offer_tutor,
}

/** What a monthly amount is called for each kind of opening. */
export const payLabels: Record<OpeningKind, () => string> = {
  job: m.openings_pay_job,
  internship: m.openings_pay_internship,
  trial: m.openings_pay_trial,
  training: m.openings_pay_training,
}

export const levelLabels: Record<number, () => string> = {
  1: m.matching_level_1,
  2: m.matching_level_2,
  3: m.matching_level_3,
}

export const needLabel = ({ need, weight }: Pick<OpeningSkill, 'need' | 'weight'>): string => {
  if (need === 'required') return m.openings_need_required()
  return weight > 1 ? m.openings_need_important() : m.openings_need_useful()
}

/** Italian as an employer meets it, level by level: 0 asks for none, 6 is full mastery. */
export const italianSpoken = [
  { label: m.openings_spoken_0, hint: m.openings_spoken_0_hint },
  { label: m.openings_spoken_1, hint: m.openings_spoken_1_hint },
  { label: m.openings_spoken_2, hint: m.openings_spoken_2_hint },
  { label: m.openings_spoken_3, hint: m.openings_spoken_3_hint },
  { label: m.openings_spoken_4, hint: m.openings_spoken_4_hint },
  { label: m.openings_spoken_5, hint: m.openings_spoken_5_hint },
] as const
export const italianWritten = [
  { label: m.openings_written_0, hint: m.openings_written_0_hint },
  { label: m.openings_written_1, hint: m.openings_written_1_hint },
  { label: m.openings_written_2, hint: m.openings_written_2_hint },
  { label: m.openings_written_3, hint: m.openings_written_3_hint },
  { label: m.openings_written_4, hint: m.openings_written_4_hint },
  { label: m.openings_written_5, hint: m.openings_written_5_hint },
] as const

/** The words for a level; above the last one nothing more is told apart. */
export const italianWords = (levels: typeof italianSpoken | typeof italianWritten, level: number): string =>
  (levels[Math.min(level, levels.length - 1)] ?? levels[0]).label()

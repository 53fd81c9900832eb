import type { StageFact } from '../trust/stages.ts'

export const interactionKinds = ['call', 'visit', 'mail', 'meeting', 'event'] as const
export type InteractionKind = (typeof interactionKinds)[number]

export const interactionOutcomes = ['positive', 'neutral', 'negative', 'no_answer'] as const
export type InteractionOutcome = (typeof interactionOutcomes)[number]

/** What each kind usually takes, where nobody counted. Way there and back included. */
export const guessedMinutes: Record<InteractionKind, number> = {
  call: 10,
  visit: 60,
  mail: 5,
  meeting: 45,
  event: 120,
}

/** Whether somebody of the company was reached: only then silence ends and the cadence restarts. */
export const isReal = (outcome: InteractionOutcome): boolean => outcome !== 'no_answer'

const FACE_TO_FACE: readonly InteractionKind[] = ['visit', 'meeting']

/** Whether it counts as a visit or meeting held. */
export const isMeeting = (kind: InteractionKind, outcome: InteractionOutcome): boolean =>
  isReal(outcome) && FACE_TO_FACE.includes(kind)

/**
 * What an interaction proves about the relationship: a visit or meeting, or an answer that welcomes us, opens the
 * dialogue; any other exchange is a contact; an unanswered try proves nothing.
 */
export function provenBy(kind: InteractionKind, outcome: InteractionOutcome): StageFact | null {
  if (!isReal(outcome)) return null
  return isMeeting(kind, outcome) || outcome === 'positive' ? 'dialogue_opened' : 'contacted'
}

import type { TrustKind } from '../trust/event-kinds.ts'

/** How a placement ends. Only the company's own doing moves its trust. */
export const placementOutcomes = ['completed', 'became_hire', 'ended_by_company', 'ended_otherwise'] as const
export type PlacementOutcome = (typeof placementOutcomes)[number]

/** A job is the hire already; everything before it may turn into one. */
export const outcomesOf = (kind: 'training' | 'trial' | 'internship' | 'job'): PlacementOutcome[] =>
  placementOutcomes.filter((outcome) => kind !== 'job' || outcome !== 'became_hire')

/** What an end tells about the company; a hire is also a placement brought to its end. */
export const trustKindsOf: Record<PlacementOutcome, readonly TrustKind[]> = {
  completed: ['placement_completed'],
  became_hire: ['placement_completed', 'internship_became_hire'],
  ended_by_company: ['ended_early_by_company'],
  ended_otherwise: [],
}

/** The state kept on the row. */
export const stateAfter = (outcome: PlacementOutcome): 'completed' | 'ended_early' =>
  outcome === 'completed' || outcome === 'became_hire' ? 'completed' : 'ended_early'

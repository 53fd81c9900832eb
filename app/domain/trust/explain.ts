import { reasonKey, type TrustKind, type TrustKinds } from './event-kinds.ts'
import { scoreOf, trustScore, type TrustEvent } from './score.ts'
import type { TrustStage } from './stages.ts'

/** Share of an event, or of all weeks of silence together, in today's score. */
export type Explained = {
  kind: TrustKind
  reason: ReturnType<typeof reasonKey>
  eventIds: string[]
  /** Age of the latest event, in days. */
  ageDays: number
  /** Points of the score, up positive, down negative. */
  points: number
}

export type Explanation = { score: number; up: Explained[]; down: Explained[]; otherPoints: number }

/** Points of score for one point of the sum when the sum is 0: the slope of 50·tanh(S/40) there. */
const SLOPE_AT_ZERO = 50 / 40

/**
 * What the score at `at` is made of: the `most` events that raise it most and lower it most. Every event gets its
 * share of the distance from 50 in proportion to its contribution, so 50 + all points (`otherPoints` are those not
 * listed) is the score, whatever the order in which things happened.
 */
export function explain(
  events: readonly TrustEvent[],
  at: Date | number,
  kinds: TrustKinds,
  most = 3,
): Explanation {
  const { score, sum, contributions } = trustScore(events, at, kinds)
  const pointsPerUnit = sum === 0 ? SLOPE_AT_ZERO : (score - 50) / sum
  const lines = new Map<string, Explained>()
  for (const { event, ageDays, value } of contributions) {
    // Weeks of silence are one sentence to a reader ("nobody called for four months"), so they are one line.
    const key = event.kind === 'silence_week' ? event.kind : event.id
    const line = lines.get(key)
    lines.set(key, {
      kind: event.kind,
      reason: reasonKey(event.kind),
      eventIds: [...(line?.eventIds ?? []), event.id],
      ageDays,
      points: (line?.points ?? 0) + value * pointsPerUnit,
    })
  }
  const all = [...lines.values()].sort((a, b) => b.points - a.points)
  const up = all.filter((line) => line.points > 0).slice(0, most)
  const down = all
    .filter((line) => line.points < 0)
    .reverse()
    .slice(0, most)
  const listed = [...up, ...down].reduce((points, line) => points + line.points, 0)
  return { score, up, down, otherPoints: score - 50 - listed }
}

/** The good steps to look for at each rung, the one that leads to the next rung first. */
const stepsOf: Record<TrustStage, readonly TrustKind[]> = {
  new: ['visit_held'],
  contacted: ['visit_held', 'opening_posted'],
  in_dialogue: ['opening_posted', 'visit_held'],
  posting: ['placement_begun', 'interview_held', 'proposal_answered_in_time'],
  hosting: ['internship_became_hire', 'placement_completed', 'feedback_good'],
  hiring: ['testimonial_spoke', 'story_published', 'opening_posted'],
  testimonial: ['referral_made', 'story_published', 'opening_posted'],
  ambassador: ['opening_posted', 'referral_made', 'visit_held'],
}

export type NextStep = { kind: TrustKind; points: number }

/**
 * What would move the score next for a company at `stage`, with the points that each step would bring if it happened
 * at `at`. The first is the step to the next rung. Never empty; points are never negative.
 */
export function whatMovesNext(
  kinds: TrustKinds,
  currentEvents: readonly TrustEvent[],
  at: Date | number,
  stage: TrustStage,
): NextStep[] {
  const { score, sum } = trustScore(currentEvents, at, kinds)
  // What happens at this moment has not faded yet: it adds its whole weight.
  return stepsOf[stage].map((kind) => ({ kind, points: scoreOf(sum + kinds[kind].weight) - score }))
}

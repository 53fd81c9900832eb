import {
  admits,
  evaluate,
  nearMiss,
  negotiable,
  type NegotiableConstraint,
  type Verdict,
} from '#app/domain/matching/constraints.ts'
import { rank, score, type Score, type ScoreWeights } from '#app/domain/matching/score.ts'
import type { IsoDate, MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'

export type ReferenceMatch = { id: string; waitingSince: IsoDate; verdicts: Verdict[]; score: Score }

/** Whom an opening admits, best first: the pure rules on one person after the other. `id` is the candidate's. */
export const match = (
  opening: MatchOpening,
  profiles: readonly MatchProfile[],
  today: IsoDate,
  weights?: ScoreWeights,
): ReferenceMatch[] =>
  rank(
    profiles
      .map((profile) => matchOne(profile.candidateId, opening, profile, today, weights))
      .filter(({ verdicts }) => admits(verdicts)),
  )

/** Which openings admit a person, best first. `id` is the opening's. */
export const openingsFor = (
  profile: MatchProfile,
  openings: readonly MatchOpening[],
  today: IsoDate,
  weights?: ScoreWeights,
): ReferenceMatch[] =>
  rank(
    openings
      .map((opening) => matchOne(opening.openingId, opening, profile, today, weights))
      .filter(({ verdicts }) => admits(verdicts)),
  )

const matchOne = (
  id: string,
  opening: MatchOpening,
  profile: MatchProfile,
  today: IsoDate,
  weights?: ScoreWeights,
): ReferenceMatch => ({
  id,
  waitingSince: profile.waitingSince,
  verdicts: evaluate(opening, profile, today),
  score: score(opening, profile, today, weights),
})

/** Ids of the candidates blocked by exactly one negotiable constraint, by that constraint, ids sorted. */
export function nearMisses(
  opening: MatchOpening,
  profiles: readonly MatchProfile[],
  today: IsoDate,
): Record<NegotiableConstraint, string[]> {
  const blockedBy = profiles.map((profile) => ({
    id: profile.candidateId,
    constraint: nearMiss(evaluate(opening, profile, today))?.constraint,
  }))
  const idsBy = (name: NegotiableConstraint): string[] =>
    blockedBy
      .filter(({ constraint }) => constraint === name)
      .map(({ id }) => id)
      .sort()
  return Object.fromEntries(negotiable.map((name) => [name, idsBy(name)])) as Record<
    NegotiableConstraint,
    string[]
  >
}

import {
  constraints,
  evaluate,
  isMet,
  nearMiss,
  negotiable,
  type Constraint,
  type NegotiableConstraint,
  type Verdict,
} from '#app/domain/matching/constraints.ts'
import { rank, score, type Score, type ScoreWeights } from '#app/domain/matching/score.ts'
import { applyEdit, editsOf, nextPay, type Edit } from '#app/domain/matching/what-if/edits.ts'
import { applyPlanEdit, planEditsOf, type PlanEdit } from '#app/domain/matching/what-if/plan-edits.ts'
import type { IsoDate, MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'

/** A million questions are asked: the cheap ones first. */
const quickestFirst = constraints.toReversed()

/** What keeps a person from an opening; no more than `enough` of it is looked for. */
function obstacles(
  opening: MatchOpening,
  profile: MatchProfile,
  today: IsoDate,
  enough: number,
): Constraint[] {
  const found: Constraint[] = []
  for (const name of quickestFirst) {
    if (!isMet(name, opening, profile, today)) found.push(name)
    if (found.length === enough) break
  }
  return found
}

const admitted = (opening: MatchOpening, profile: MatchProfile, today: IsoDate): boolean =>
  obstacles(opening, profile, today, 1).length === 0

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
      .filter((profile) => admitted(opening, profile, today))
      .map((profile) => matchOne(profile.candidateId, opening, profile, today, weights)),
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
      .filter((opening) => admitted(opening, profile, today))
      .map((opening) => matchOne(opening.openingId, opening, profile, today, weights)),
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
  const blockedBy = profiles
    .filter((profile) => obstacles(opening, profile, today, 2).length === 1)
    .map((profile) => ({
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

/** Every edit of the catalogue with the ids, sorted, of those it newly admits: each edited opening matched anew. */
export function whatIfs(
  opening: MatchOpening,
  profiles: readonly MatchProfile[],
  today: IsoDate,
): { edit: Edit; ids: string[] }[] {
  // No edit changes more than two verdicts: whoever three keep out stays out.
  const outside = profiles.filter((profile) => [1, 2].includes(obstacles(opening, profile, today, 3).length))
  const payMisses = new Set(nearMisses(opening, outside, today).pay)
  const needed = outside
    .filter(({ candidateId }) => payMisses.has(candidateId))
    .map(({ minPayCents }) => minPayCents)
  const pay = nextPay(needed)
  return [...editsOf(opening), ...(pay ? [pay] : [])].map((edit) => {
    const edited = applyEdit(opening, edit)
    return {
      edit,
      ids: edited
        ? outside
            .filter((profile) => admitted(edited, profile, today))
            .map(({ candidateId }) => candidateId)
            .sort()
        : [],
    }
  })
}

/** Ids of the openings that one negotiable constraint alone keeps from a person, by that constraint, ids sorted. */
export const openingsMissed = (
  profile: MatchProfile,
  openings: readonly MatchOpening[],
  today: IsoDate,
): Record<NegotiableConstraint, string[]> =>
  Object.fromEntries(
    negotiable.map((name) => [
      name,
      openings
        .filter((opening) => nearMiss(evaluate(opening, profile, today))?.constraint === name)
        .map(({ openingId }) => openingId)
        .sort(),
    ]),
  ) as Record<NegotiableConstraint, string[]>

/** Every step of a person's plan with the ids, sorted, of the openings that admit her after it and not before. */
export const planGains = (
  profile: MatchProfile,
  openings: readonly MatchOpening[],
  today: IsoDate,
): { edit: PlanEdit; ids: string[] }[] =>
  planEditsOf(profile, today).map((edit) => {
    const idsFor = (person: MatchProfile) => openingsFor(person, openings, today).map(({ id }) => id)
    const before = idsFor(profile)
    const after = idsFor(applyPlanEdit(profile, edit, today) ?? profile)
    return { edit, ids: after.filter((id) => !before.includes(id)).sort() }
  })

import {
  defaultWeights,
  earned,
  nearness,
  patience,
  SIXTHS,
  WAITING_FULL_DAYS,
  type ScoreWeights,
} from '../../matching/score.ts'
import { wordId, skillId, type CompiledOpening } from './compile-opening.ts'
import type { Dictionaries } from './dictionaries.ts'

/**
 * The pure score as tables of whole hundredths: a scan only looks up and adds, so that its sum is the pure score's, to the
 * hundredth. Each list is indexed from 0.
 */
export type PointTables = {
  /** Of each desired skill the codes of its levels, lowest first, and what each adds to the sixths covered. */
  desired: readonly (readonly { id: number; sixths: number }[])[]
  /** The points of so many sixths. */
  skills: readonly number[]
  /** Codes of this opening's sector and profession as preferences; points by halves agreed, 0..4 (unstated is 1 each). */
  sector: number
  profession: number
  preferences: readonly number[]
  /** By area id less one; the last for areas beyond. */
  closeness: readonly number[]
  /** By days waited, the last for all above. */
  waiting: readonly number[]
  /** By the index of the week table. */
  slack: readonly number[]
  /** Codes of plans that the opening teaches, and the points for any of them. */
  teaches: readonly number[]
  growth: number
}

/** The tables of one opening. `weights` are those of the score. */
export function pointTables(
  compiled: CompiledOpening,
  dictionaries: Dictionaries,
  weights: ScoreWeights = defaultWeights,
): PointTables {
  const { opening, slack } = compiled
  const asked = opening.desiredSkills.reduce((sum, { weight }) => sum + weight * SIXTHS, 0)
  const desired = opening.desiredSkills.map(({ code, level, weight }) =>
    Array.from({ length: level }, (_, at) => ({
      id: skillId(dictionaries, code, at + 1),
      sixths: (weight * SIXTHS) / level,
    })),
  )
  const range = (count: number) => Array.from({ length: count }, (_, at) => at)
  return {
    desired,
    skills: asked > 0 ? range(asked + 1).map((covered) => earned(covered / asked, weights.skills)) : [0],
    sector: wordId(dictionaries, 'w', opening.sector),
    profession: wordId(dictionaries, 'p', opening.professionCode),
    preferences: range(5).map((halves) => earned(halves / 4, weights.preferences)),
    closeness: [
      ...dictionaries
        .kilometresTo(opening)
        .slice(1)
        .map((km) =>
          Number.isNaN(km) ? 0 : earned(opening.lodgingProvided ? 1 : nearness(km), weights.closeness),
        ),
      0,
    ],
    waiting: range(WAITING_FULL_DAYS + 1).map((days) => earned(patience(days), weights.waiting)),
    slack: slack.map((value) => earned(value, weights.slack)),
    teaches: opening.teaches.map((code) => wordId(dictionaries, 'g', code)),
    growth: earned(1, weights.growth),
  }
}

import { editKey } from '#app/domain/matching/what-if/edits.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { MatchEngine, MatchResult } from '#app/domain/match-engine/engine.ts'
import { match, nearMisses, whatIfs } from '#tests/support/reference-engine.ts'
import { people, TODAY, toProfile } from './population.ts'

const TOP = 20

const answered = ({ own, admitted, nearMisses: groups, whatIfs: gains }: MatchResult) => ({
  top: own.slice(0, TOP).map(({ candidateId, score, verdicts }) => ({ candidateId, score, verdicts })),
  admitted: admitted.own,
  missed: groups.map(({ constraint, own: count }) => `${constraint} ${count}`),
  gains: gains.map(({ edit, gain }) => `${editKey(edit)} ${gain.own}`).sort(),
})

/**
 * How many of `openings` each engine answers otherwise than the pure rules on one person after the other: the first
 * twenty with their scores and verdicts, the near misses, and the gain of every edit.
 */
export async function differences(
  engines: readonly MatchEngine<Tx>[],
  openings: readonly MatchOpening[],
  size: number,
): Promise<number[]> {
  const profiles = [...people(size)].map(toProfile)
  const different = engines.map(() => 0)
  for (const [nth, opening] of openings.entries()) {
    if (nth % 50 === 0) console.error(`compared with the reference: ${nth} of ${openings.length} openings`)
    const everybody = match(opening, profiles, TODAY)
    const expected = {
      top: everybody.slice(0, TOP).map(({ id, score, verdicts }) => ({ candidateId: id, score, verdicts })),
      admitted: everybody.length,
      missed: Object.entries(nearMisses(opening, profiles, TODAY))
        .filter(([, ids]) => ids.length > 0)
        .map(([constraint, ids]) => `${constraint} ${ids.length}`),
      gains: whatIfs(opening, profiles, TODAY)
        .map(({ edit, ids }) => `${editKey(edit)} ${ids.length}`)
        .sort(),
    }
    for (const [at, engine] of engines.entries()) {
      const result = await withActor(system('bench'), (tx) => engine.match(tx, opening))
      if (JSON.stringify(answered(result)) !== JSON.stringify(expected))
        different[at] = (different[at] ?? 0) + 1
    }
  }
  return different
}

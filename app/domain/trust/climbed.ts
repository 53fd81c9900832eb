import { trustStages, type TrustStage } from './stages.ts'

export type Rungs = Partial<Record<TrustStage, Date>>

/** A change of standing moves to the rung that it came from. */
type Step = { from: TrustStage; to: TrustStage; at: Date }

const rankOf = (stage: TrustStage): number => trustStages.indexOf(stage)

/**
 * When each rung that still counts was reached, by the `steps` of a ladder in order of time: the latest time where it fell and
 * rose again. Of a rung that it came down from nothing is left; the one that it came down to keeps its day.
 */
export function climbed(steps: readonly Step[]): Rungs {
  const rungs: Rungs = {}
  for (const { from, to, at } of steps) {
    if (rankOf(to) < rankOf(from)) {
      for (const above of trustStages.slice(rankOf(to) + 1)) delete rungs[above]
      rungs[to] ??= at
    } else if (from !== to) rungs[to] = at
  }
  return rungs
}

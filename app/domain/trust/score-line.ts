import { DAY } from '#app/domain/shared/durations.ts'
import { trustKinds, type TrustKind, type TrustKinds } from './event-kinds.ts'
import { scoreOf, type TrustEvent } from './score.ts'

/**
 * The score at each of `moments`, oldest first. What an event counts for is worked out once and then fades with all
 * others of its kind, so that 24 months of a company with thousands of events cost little more than one day. Equal to
 * `trustScore` at each moment, to a millionth.
 */
export function scoreLine(
  events: readonly TrustEvent[],
  moments: readonly (Date | number)[],
  kinds: TrustKinds,
): number[] {
  const sums = new Map<TrustKind, number>(trustKinds.map((kind) => [kind, 0]))
  let since = -Infinity
  return moments.map((moment) => {
    const at = +moment
    for (const [kind, sum] of sums) {
      if (sum !== 0) sums.set(kind, sum * 2 ** (-(at - since) / DAY / kinds[kind].halfLifeDays))
    }
    for (const { kind, occurredAt, withdrawnAt } of events) {
      if (withdrawnAt !== null || +occurredAt > at || +occurredAt <= since) continue
      const { weight, halfLifeDays } = kinds[kind]
      sums.set(kind, (sums.get(kind) ?? 0) + weight * 2 ** (-(at - +occurredAt) / DAY / halfLifeDays))
    }
    since = at
    return scoreOf([...sums.values()].reduce((total, sum) => total + sum, 0))
  })
}

import type { Delay, FollowUpRule } from './rule.ts'

/** Rules that set each other off again sooner than this would never leave a company in peace. */
export const SHORTEST_LOOP_DAYS = 7

const DAYS_PER_MONTH = 28

/** The fewest days that a delay lasts. */
const daysOf = (delay: Delay): number => {
  if (delay === 'at_once') return 0
  if ('workingDays' in delay) return delay.workingDays
  return Math.max(0, 'months' in delay ? delay.months * DAYS_PER_MONTH : delay.days)
}

/** Whether doing what `from` asks for begins `to`. */
const setsOff = (from: FollowUpRule, to: FollowUpRule): boolean =>
  (from.leadsTo ?? []).some((type) => to.triggers.includes(type))

/**
 * The shortest chain of rules that begins and ends with the rule `key` and goes round in less than a week: each does
 * what begins the next one. Null where there is none; rules that are off break a chain.
 */
export function loopOf(rules: readonly FollowUpRule[], key: string): string[] | null {
  const on = rules.filter(({ enabled }) => enabled)
  const start = on.find((rule) => rule.key === key)
  if (!start) return null
  let best: { days: number; path: string[] } | null = null
  const walk = (rule: FollowUpRule, days: number, path: readonly FollowUpRule[]) => {
    for (const next of on.filter((other) => setsOff(rule, other))) {
      const total = days + daysOf(next.delay)
      if (total >= (best?.days ?? SHORTEST_LOOP_DAYS)) continue
      if (next.key === key) best = { days: total, path: path.map((step) => step.key) }
      else if (!path.includes(next)) walk(next, total, [...path, next])
    }
  }
  walk(start, 0, [start])
  return (best as { path: string[] } | null)?.path ?? null
}

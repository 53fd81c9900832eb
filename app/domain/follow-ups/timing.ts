import { taskAudiences, type Delay, type Every, type FollowUpRule, type TaskAudience } from './rule.ts'

/** How coordinators say when: a number and what it counts. `days_before` an internship ends is a negative delay. */
export const timingUnits = ['at_once', 'working_days', 'days', 'months', 'days_before'] as const
export type TimingUnit = (typeof timingUnits)[number]
export type Timing = { amount: number; unit: TimingUnit }

/** A year: what comes later has lost its reason by then. */
const MOST: Record<TimingUnit, number> = {
  at_once: 0,
  working_days: 250,
  days: 365,
  months: 12,
  days_before: 180,
}

/** The units that a rule can be told in: one that counts back from an end, or those that count from what began it. */
export const unitsOf = (rule: Pick<FollowUpRule, 'from'>): TimingUnit[] =>
  rule.from === 'end' ? ['days_before'] : timingUnits.filter((unit) => unit !== 'days_before')

/** A delay as a form shows it. */
export function timingOf(delay: Delay): Timing {
  if (delay === 'at_once') return { amount: 0, unit: 'at_once' }
  if ('workingDays' in delay) return { amount: delay.workingDays, unit: 'working_days' }
  if ('months' in delay) return { amount: delay.months, unit: 'months' }
  return delay.days < 0 ? { amount: -delay.days, unit: 'days_before' } : { amount: delay.days, unit: 'days' }
}

/** The delay that a form asks for. */
export function delayOf({ amount, unit }: Timing): Delay {
  switch (unit) {
    case 'at_once':
      return 'at_once'
    case 'working_days':
      return { workingDays: amount }
    case 'days':
      return { days: amount }
    case 'months':
      return { months: amount }
    case 'days_before':
      return { days: -amount }
    default:
      return unit satisfies never
  }
}

/** Why a rule can't be timed so: the key of a message, or null. Tells negative, broken and absurd numbers apart. */
export function timingProblem(rule: Pick<FollowUpRule, 'from'>, { amount, unit }: Timing): string | null {
  if (!unitsOf(rule).includes(unit)) return 'rules_unit_impossible'
  if (unit === 'at_once') return null
  if (!Number.isInteger(amount) || amount < 1) return 'rules_amount_whole'
  return amount > MOST[unit] ? 'rules_amount_long' : null
}

/** The distance of two turns, by the unit that the rule repeats in. */
export const everyOf = (rule: FollowUpRule, amount: number): Every | undefined => {
  if (!rule.repeat) return undefined
  return 'months' in rule.repeat.every ? { months: amount } : { days: amount }
}

export const everyAmount = (every: Every): number => ('months' in every ? every.months : every.days)

/** A turn a week at most, and one a year at least. */
export function everyProblem(every: Every): string | null {
  const amount = everyAmount(every)
  if (!Number.isInteger(amount) || amount < 1) return 'rules_every_whole'
  if ('days' in every && amount < 7) return 'rules_every_short'
  return amount > ('months' in every ? 12 : 365) ? 'rules_amount_long' : null
}

const OF_A_PERSON = /^(placement|internship|hired)/

/**
 * Who can do the tasks of a rule. What is about a placement stays with the case manager of the person: nobody else may
 * act on it. A card has one too; what is about anything else is the lead's or the coordinators'.
 */
export function audiencesOf({ about, triggers }: Pick<FollowUpRule, 'about' | 'triggers'>): TaskAudience[] {
  if (about === 'company') return ['lead', 'coordinator']
  if (triggers.some((type) => OF_A_PERSON.test(type))) return ['case_manager']
  return triggers.some((type) => type.startsWith('proposal')) ? [...taskAudiences] : ['lead', 'coordinator']
}

import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { dueTime } from './due-time.ts'
import { indexFacts, type Scope } from './fact-index.ts'
import { byRecording, byTime, knownAt, subjectKey, type Fact, type FactType, type Subject } from './facts.ts'
import type { FollowUpRule, TaskAudience } from './rule.ts'
import { needsOf, scopeOf, startOf, stopOf } from './stopping.ts'

export type PlannedAction =
  | { kind: 'message'; audience: 'hr_contact'; template: string; answersHerAct: boolean }
  | { kind: 'task'; audience: TaskAudience; title: string }

/** One follow-up. `key` says rule, subject and occurrence, and is the same at every planning. */
export type PlannedFollowUp = {
  key: string
  rule: string
  subject: Subject
  related: readonly Subject[]
  occurrence: number
  /** Id of the fact that began it. */
  causedBy: string
  dueAt: Date
} & PlannedAction

/** Why a follow-up is off: the fact that ended it, the fact that began it being withdrawn, or its rule switched off. */
export type CancelReason = FactType | 'fact_withdrawn' | 'rule_off'

export type FollowUpPlan = {
  /** All that stands, due now or later, earliest first. */
  due: PlannedFollowUp[]
  /** All that may not happen (any more); what was done already stays done. */
  cancelled: { key: string; why: CancelReason }[]
  /** What would be due if these states held. */
  waiting: { key: string; needs: FactType[] }[]
}

/** Numbers kept free for the turns of each series of a repeating rule. */
const TURNS_PER_SERIES = 1000

/** The number that no turn of an occurrence's own series reaches. */
export const endOfSeries = (occurrence: number): number =>
  (Math.floor(occurrence / TURNS_PER_SERIES) + 1) * TURNS_PER_SERIES

const begins = (rule: FollowUpRule, fact: Fact): boolean =>
  rule.triggers.includes(fact.type) &&
  (rule.answer === undefined || (fact.type === 'proposal_answered' && fact.answer === rule.answer))

const actionOf = (rule: FollowUpRule): PlannedAction =>
  rule.kind === 'message'
    ? {
        kind: rule.kind,
        audience: rule.audience,
        template: rule.template,
        answersHerAct: rule.answersHerAct ?? false,
      }
    : { kind: rule.kind, audience: rule.audience, title: rule.title }

/** The turns of one series with their due times, in order: the only one, or all there will be. */
function* turnsOf(rule: FollowUpRule, trigger: Fact, start: Date, calendar: WorkingCalendar) {
  const times = rule.repeat ? (rule.repeat.times ?? TURNS_PER_SERIES - 1) : 1
  for (let turn = 1; turn <= times; turn++) {
    const dueAt = dueTime(rule, trigger, start, turn, calendar)
    if (dueAt !== null) yield { turn, dueAt }
  }
}

type Present = {
  now: Date
  calendar: WorkingCalendar
  /** Keys of what was settled before its day: the turn after it stands too. */
  over?: ReadonlySet<string>
}

/**
 * What follows from `facts` under `rules` at `now`. Pure: the same facts give the same plan whatever their order, and a
 * fact that is added, even one that happened long ago, never changes the key of a follow-up that was planned before.
 * Due times are in sending hours of `calendar`. Facts later than `now` count for nothing yet.
 */
export function plan(
  facts: readonly Fact[],
  rules: readonly FollowUpRule[],
  { now, calendar, over = new Set() }: Present,
): FollowUpPlan {
  const recorded = [...new Map(facts.map((fact) => [fact.id, fact])).values()].sort(byRecording)
  const inForce = indexFacts(recorded.filter((fact) => !fact.withdrawnAt && +fact.at <= +now).sort(byTime))
  const result: FollowUpPlan = { due: [], cancelled: [], waiting: [] }

  function follow(rule: FollowUpRule, trigger: Fact, scope: Scope, series: number) {
    const factsOf = inForce.concerning(scope)
    const start = startOf(rule, trigger, factsOf)
    const stop = stopOf(rule, trigger, factsOf, inForce)
    const why: CancelReason | null = trigger.withdrawnAt
      ? 'fact_withdrawn'
      : (stop?.type ?? (rule.enabled ? null : 'rule_off'))
    // Nothing was planned beyond the turn that came next when we learnt of its end.
    const until = stop && !trigger.withdrawnAt ? knownAt(stop) : now
    const { unmet, since } = needsOf(rule, factsOf, inForce, now)

    for (const { turn, dueAt } of turnsOf(rule, trigger, start, calendar)) {
      if (rule.since && +dueAt < +rule.since) continue
      const occurrence = rule.repeat ? (series - 1) * TURNS_PER_SERIES + turn : series
      const key = `${rule.key}|${subjectKey(scope.subject)}|${occurrence}`
      if (why) result.cancelled.push({ key, why })
      else if (unmet.length > 0) result.waiting.push({ key, needs: unmet })
      else {
        const when = since && +since > +dueAt ? calendar.nextSendTime(since) : dueAt
        const planned = { key, rule: rule.key, ...scope, occurrence, causedBy: trigger.id, dueAt: when }
        result.due.push({ ...planned, ...actionOf(rule) })
      }
      // All those that are past, and the next one.
      if (+dueAt > +until && !over.has(key)) break
    }
  }

  for (const rule of rules) {
    const seriesOf = new Map<string, number>()
    for (const trigger of recorded) {
      const scope = begins(rule, trigger) ? scopeOf(rule, trigger) : null
      if (!scope) continue
      const subject = subjectKey(scope.subject)
      const series = (seriesOf.get(subject) ?? 0) + 1
      seriesOf.set(subject, series)
      if (+trigger.at <= +now) follow(rule, trigger, scope, series)
    }
  }
  result.due.sort((a, b) => +a.dueAt - +b.dueAt || (a.key < b.key ? -1 : 1))
  return result
}

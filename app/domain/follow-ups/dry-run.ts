import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { plan, type PlannedFollowUp } from './cadence.ts'
import type { Fact } from './facts.ts'
import type { FollowUpRule } from './rule.ts'

/** What a rule did, or would have done: under which key, as what, and when. */
export type Happened = {
  key: string
  kind: PlannedFollowUp['kind']
  subject: PlannedFollowUp['subject']
  at: Date
}

type Span = { from: Date; to: Date; calendar: WorkingCalendar }

const knownAt = (fact: Fact): number => Math.max(+fact.at, +(fact.recordedAt ?? fact.at))

/**
 * What `rule` would have brought about between `from` and `to`, had it been in force all the while: the plan as it stood
 * before each fact was learnt, so that a reminder which left on Tuesday counts although the answer came on Thursday. Each
 * key once, at the time at which it first came due. Pure; facts learnt after a moment play no part in it.
 */
export function dryRun(facts: readonly Fact[], rule: FollowUpRule, { from, to, calendar }: Span): Happened[] {
  const learnt = [...new Set(facts.map(knownAt))].filter((time) => time > +from && time <= +to)
  const looks = [...learnt.map((time) => time - 1), +to].sort((a, b) => a - b)
  const happened = new Map<string, Happened>()
  for (const look of looks) {
    const now = new Date(look)
    const known = facts.filter((fact) => knownAt(fact) <= look)
    for (const { key, kind, subject, dueAt } of plan(known, [rule], { now, calendar }).due) {
      if (+dueAt > look || +dueAt <= +from || happened.has(key)) continue
      happened.set(key, { key, kind, subject, at: dueAt })
    }
  }
  return [...happened.values()].sort((a, b) => +a.at - +b.at || (a.key < b.key ? -1 : 1))
}

/** One thing that would have gone otherwise: more, fewer, on another day, or in another way. */
export type Difference = { before: Happened | null; after: Happened | null }

/** What differs between two dry runs of one rule over the same facts, in order of time. */
export function differences(before: readonly Happened[], after: readonly Happened[]): Difference[] {
  const old = new Map(before.map((one) => [one.key, one]))
  const fresh = new Map(after.map((one) => [one.key, one]))
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): Difference[] => {
    const [was, is] = [old.get(key) ?? null, fresh.get(key) ?? null]
    return was && is && was.kind === is.kind && +was.at === +is.at ? [] : [{ before: was, after: is }]
  })
  const when = ({ before: was, after: is }: Difference) => +(is ?? was ?? { at: 0 }).at
  return changed.sort((a, b) => when(a) - when(b))
}

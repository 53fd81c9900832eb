import { firstFrom, type FactIndex, type FactsOf, type Scope } from './fact-index.ts'
import { byTime, endOf, holdsAt, isState, type Fact, type FactType } from './facts.ts'
import type { FollowUpRule } from './rule.ts'

/** The scope of what `trigger` begins under `rule`, or null where the fact does not name what the rule is about. */
export function scopeOf(rule: FollowUpRule, trigger: Fact): Scope | null {
  const related = trigger.related ?? []
  if (!rule.about || rule.about === trigger.subject.type) return { subject: trigger.subject, related }
  const subject = related.find(({ type }) => type === rule.about)
  return subject ? { subject, related: related.filter(({ type }) => type === 'contact') } : null
}

/** An exchange during which the trigger itself happened is no answer to it; every other fact of that instant is. */
function isAfter(fact: Fact, trigger: Fact): boolean {
  if (+fact.at !== +trigger.at) return +fact.at > +trigger.at
  return fact.type === trigger.type ? byTime(fact, trigger) > 0 : fact.type !== 'contacted'
}

const holds = (fact: Fact, at: Date, facts: FactIndex): boolean => {
  const end = endOf(fact.type)
  return holdsAt(fact, at, end ? facts.to(end, fact.subject) : [])
}

/** The first fact of one kind that ends what `trigger` began. */
function firstStop(trigger: Fact, list: readonly Fact[], facts: FactIndex): Fact | undefined {
  const [first] = list
  if (!first) return undefined
  const begin = isState(first.type) ? 0 : firstFrom(list, trigger.at)
  for (let index = begin; index < list.length; index++) {
    const fact = list[index] as Fact
    if (fact.id === trigger.id) continue
    if (isAfter(fact, trigger) || (isState(fact.type) && holds(fact, trigger.at, facts))) return fact
  }
  return undefined
}

/** The first fact that ends what `trigger` began, or null. `factsOf` are those of its concern, `facts` all in force. */
export function stopOf(rule: FollowUpRule, trigger: Fact, factsOf: FactsOf, facts: FactIndex): Fact | null {
  let stop: Fact | undefined
  for (const type of rule.stops) {
    const fact = firstStop(trigger, factsOf(type), facts)
    if (fact && (!stop || byTime(fact, stop) < 0)) stop = fact
  }
  return stop ?? null
}

/** The instant from which the delay counts: the trigger's, or that of the latest fact that restarts it. */
export function startOf(rule: FollowUpRule, trigger: Fact, factsOf: FactsOf): Date {
  let start = trigger.at
  for (const type of rule.restartsOn ?? []) {
    const last = factsOf(type).findLast((fact) => isAfter(fact, trigger))
    if (last && +last.at > +start) start = last.at
  }
  return start
}

/** Which of the rule's needs are unmet at `now`, and since when all of the others hold. */
export function needsOf(rule: FollowUpRule, factsOf: FactsOf, facts: FactIndex, now: Date) {
  const unmet: FactType[] = []
  let since: Date | null = null
  for (const need of rule.needs ?? []) {
    const first = factsOf(need).find((fact) => holds(fact, now, facts))
    if (!first) unmet.push(need)
    else if (since === null || +first.at > +since) since = first.at
  }
  return { unmet, since }
}

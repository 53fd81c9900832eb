import { byTime, holdsAt, isState, subjectKey, type Fact, type FactType, type Subject } from './facts.ts'
import type { FollowUpRule } from './rule.ts'

/** What a follow-up is filed under, and what that belongs to. */
export type Scope = { subject: Subject; related: readonly Subject[] }

/** The scope of what `trigger` begins under `rule`, or null where the fact does not name what the rule is about. */
export function scopeOf(rule: FollowUpRule, trigger: Fact): Scope | null {
  const related = trigger.related ?? []
  if (!rule.about || rule.about === trigger.subject.type) return { subject: trigger.subject, related }
  const subject = related.find(({ type }) => type === rule.about)
  return subject ? { subject, related: related.filter(({ type }) => type === 'contact') } : null
}

const same = (a: Subject, b: Subject) => subjectKey(a) === subjectKey(b)

/**
 * Whether `fact` is of the scope's concern: it happened to the subject or to what that belongs to (its company was
 * paused), or to something that belongs to the subject (a card was sent for the opening). Not to a sibling.
 */
const concerns = (fact: Fact, { subject, related }: Scope): boolean =>
  [subject, ...related].some((own) => same(own, fact.subject)) ||
  (fact.related ?? []).some((owner) => same(owner, subject))

/** An exchange during which the trigger itself happened is no answer to it; every other fact of that instant is. */
function isAfter(fact: Fact, trigger: Fact): boolean {
  if (+fact.at !== +trigger.at) return +fact.at > +trigger.at
  return fact.type === trigger.type ? byTime(fact, trigger) > 0 : fact.type !== 'contacted'
}

/** The first fact that ends what `trigger` began, or null. `facts` are those in force, in order of time. */
export function stopOf(
  rule: FollowUpRule,
  trigger: Fact,
  scope: Scope,
  facts: readonly Fact[],
): FactType | null {
  const stop = facts.find(
    (fact) =>
      fact.id !== trigger.id &&
      rule.stops.includes(fact.type) &&
      concerns(fact, scope) &&
      (isAfter(fact, trigger) || (isState(fact.type) && holdsAt(fact, trigger.at, facts))),
  )
  return stop?.type ?? null
}

/** The instant from which the delay counts: the trigger's, or that of the latest fact that restarts it. */
export function startOf(rule: FollowUpRule, trigger: Fact, scope: Scope, facts: readonly Fact[]): Date {
  const restarts = facts.filter(
    (fact) => rule.restartsOn?.includes(fact.type) && concerns(fact, scope) && isAfter(fact, trigger),
  )
  return restarts.at(-1)?.at ?? trigger.at
}

/** Which of the rule's needs are unmet at `now`, and since when all of the others hold. */
export function needsOf(rule: FollowUpRule, scope: Scope, facts: readonly Fact[], now: Date) {
  const unmet: FactType[] = []
  let since: Date | null = null
  for (const need of rule.needs ?? []) {
    const holding = facts.filter((f) => f.type === need && concerns(f, scope) && holdsAt(f, now, facts))
    const first = holding[0]
    if (!first) unmet.push(need)
    else if (since === null || +first.at > +since) since = first.at
  }
  return { unmet, since }
}

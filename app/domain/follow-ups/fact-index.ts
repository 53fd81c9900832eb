import { byTime, subjectKey, type Fact, type FactType, type Subject } from './facts.ts'

/** What a follow-up is filed under, and what that belongs to. */
export type Scope = { subject: Subject; related: readonly Subject[] }

/** The facts in force, by kind and by whom they concern; each list in order of time. */
export type FactIndex = {
  /** Facts that happened to a subject itself. */
  to: (type: FactType, subject: Subject) => readonly Fact[]
  /**
   * Facts of the scope's concern: what happened to the subject or to what that belongs to (its company was paused), or to
   * something that belongs to the subject (a card was sent for the opening). Not to a sibling.
   */
  concerning: (type: FactType, scope: Scope) => readonly Fact[]
}

const NONE: readonly Fact[] = []

/** Indexes `facts`, which are in order of time: a company of many years has thousands, and each rule asks for few of them. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const own = new Map<string, Fact[]>()
  const owned = new Map<string, Fact[]>()
  const keyOf = (type: FactType, subject: Subject) => `${type}|${subjectKey(subject)}`
  for (const fact of facts) {
    push(own, keyOf(fact.type, fact.subject), fact)
    for (const owner of fact.related ?? []) push(owned, keyOf(fact.type, owner), fact)
  }

  const known = new Map<string, readonly Fact[]>()
  function concerning(type: FactType, { subject, related }: Scope): readonly Fact[] {
    const keys = [subject, ...related].map((one) => keyOf(type, one))
    const scope = keys.join(' ')
    let found = known.get(scope)
    if (!found) {
      const lists = [...keys.map((key) => own.get(key)), owned.get(keyOf(type, subject))]
      found = merged(lists.filter((list) => list !== undefined))
      known.set(scope, found)
    }
    return found
  }
  return { to: (type, subject) => own.get(keyOf(type, subject)) ?? NONE, concerning }
}

function push(lists: Map<string, Fact[]>, key: string, fact: Fact): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [fact])
  else if (list.at(-1) !== fact) list.push(fact)
}

function merged(lists: readonly (readonly Fact[])[]): readonly Fact[] {
  const [only = NONE] = lists
  return lists.length < 2 ? only : [...new Set(lists.flat())].sort(byTime)
}

/** The place of the first fact that is not before `at` in a list in order of time. */
export function firstFrom(facts: readonly Fact[], at: Date): number {
  let [low, high] = [0, facts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (+(facts[middle] as Fact).at < +at) low = middle + 1
    else high = middle
  }
  return low
}

import { byTime, subjectKey, type Fact, type FactType, type Subject } from './facts.ts'

/** What a follow-up is filed under, and what that belongs to. */
export type Scope = { subject: Subject; related: readonly Subject[] }

/** Facts of one kind, in order of time. */
export type FactsOf = (type: FactType) => readonly Fact[]

/** The facts in force, by kind and by whom they concern. */
export type FactIndex = {
  /** Facts that happened to a subject itself. */
  to: (type: FactType, subject: Subject) => readonly Fact[]
  /**
   * Facts of a scope's concern: what happened to the subject or to what that belongs to (its company was paused), or to
   * something that belongs to the subject (a card was sent for the opening). Not to a sibling.
   */
  concerning: (scope: Scope) => FactsOf
}

const NONE: readonly Fact[] = []

/** Indexes `facts`, which are in order of time: a company of many years has thousands, and each rule asks for few of them. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const own = new Map<string, Fact[]>()
  const owned = new Map<string, Fact[]>()
  const keyOf = (type: FactType, subject: string) => `${type}|${subject}`
  for (const fact of facts) {
    push(own, keyOf(fact.type, subjectKey(fact.subject)), fact)
    for (const owner of fact.related ?? []) push(owned, keyOf(fact.type, subjectKey(owner)), fact)
  }

  const find = (type: FactType, [subject = '', ...related]: readonly string[]) => {
    const lists = [subject, ...related].map((one) => own.get(keyOf(type, one)))
    return merged([...lists, owned.get(keyOf(type, subject))].filter((list) => list !== undefined))
  }
  const scopes = new Map<string, FactsOf>()
  function concerning({ subject, related }: Scope): FactsOf {
    const subjects = [subject, ...related].map(subjectKey)
    const scope = subjects.join(' ')
    let factsOf = scopes.get(scope)
    if (!factsOf) {
      const known = new Map<FactType, readonly Fact[]>()
      factsOf = (type) => {
        let found = known.get(type)
        if (!found) known.set(type, (found = find(type, subjects)))
        return found
      }
      scopes.set(scope, factsOf)
    }
    return factsOf
  }
  return { to: (type, subject) => own.get(keyOf(type, subjectKey(subject))) ?? NONE, concerning }
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

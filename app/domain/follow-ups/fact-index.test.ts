import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFrom, indexFacts, type Scope } from './fact-index.ts'
import { byTime, subjectKey, type Fact, type Subject } from './facts.ts'

const TYPES = ['contacted', 'company_paused', 'opening_posted'] as const
const subject: fc.Arbitrary<Subject> = fc.record({
  type: fc.constantFrom('company', 'contact', 'opening'),
  id: fc.constantFrom('x', 'y'),
})
const fact: fc.Arbitrary<Fact> = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom(...TYPES),
  at: fc.nat(20).map((days) => new Date(Date.UTC(2026, 10, 1 + days))),
  subject,
  related: fc.array(subject, { maxLength: 3 }),
})
const history = fc
  .uniqueArray(fact, { maxLength: 40, selector: ({ id }) => id })
  .map((facts) => facts.toSorted(byTime))

/** What concerns a scope, looked for among all facts one by one. */
const concerns = (one: Fact, scope: Scope): boolean =>
  [scope.subject, ...scope.related].some((own) => subjectKey(own) === subjectKey(one.subject)) ||
  (one.related ?? []).some((owner) => subjectKey(owner) === subjectKey(scope.subject))

test('finds what concerns a scope, each once and in order of time', () => {
  fc.assert(
    fc.property(history, subject, fc.array(subject, { maxLength: 2 }), (facts, about, related) => {
      const index = indexFacts(facts)
      for (const type of TYPES) {
        const scope = { subject: about, related }
        const ofType = facts.filter((one) => one.type === type)
        expect(index.concerning(scope)(type)).toEqual(ofType.filter((one) => concerns(one, scope)))
        expect(index.to(type, about)).toEqual(
          ofType.filter((one) => subjectKey(one.subject) === subjectKey(about)),
        )
      }
    }),
  )
})

test('begins at the first fact that is not earlier', () => {
  fc.assert(
    fc.property(history, fc.nat(22), (facts, day) => {
      const at = new Date(Date.UTC(2026, 10, 1 + day))
      const found = facts.findIndex((one) => one.at >= at)
      expect(firstFrom(facts, at)).toBe(found === -1 ? facts.length : found)
    }),
  )
})

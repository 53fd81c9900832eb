import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '#app/domain/shared/durations.ts'
import { defaultKinds, isGood, trustKinds, type TrustKind } from './event-kinds.ts'
import { summaryOf, todayOf, type Impact } from './weight-impact.ts'

const TODAY = new Date('2026-11-23T09:00:00Z')
const event = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...trustKinds),
  occurredAt: fc.integer({ min: 0, max: 700 }).map((days) => +TODAY - days * DAY),
  withdrawnAt: fc.constant(null),
})
const histories = fc.array(fc.array(event, { maxLength: 12 }), { maxLength: 12 })
const impactOf =
  (kind: TrustKind, weight: number) => (events: Parameters<typeof todayOf>[0], company: number) => ({
    company,
    before: todayOf(events, [], TODAY, defaultKinds),
    after: todayOf(events, [], TODAY, {
      ...defaultKinds,
      [kind]: { ...defaultKinds[kind], weight },
    }),
  })

test('the same weight changes nothing, and a company without such an event stays as it is', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(...trustKinds), (companies, kind) => {
      const same = companies.map(impactOf(kind, defaultKinds[kind].weight))
      expect(summaryOf(same, 10)).toEqual({ companies: companies.length, moved: 0, slopes: 0, most: [] })
      const off = companies.map(impactOf(kind, 0))
      for (const { company, before, after } of off) {
        if (!companies[company]?.some((each) => each.kind === kind)) expect(after).toEqual(before)
      }
    }),
  )
})

test('a kind switched off raises nobody where it was good news, and lowers nobody where it was bad', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(...trustKinds), (companies, kind) => {
      for (const { before, after } of companies.map(impactOf(kind, 0))) {
        if (isGood(kind)) expect(after.score).toBeLessThanOrEqual(before.score)
        else expect(after.score).toBeGreaterThanOrEqual(before.score)
      }
    }),
  )
})

test('those that change most come first, and no more of them than asked for', () => {
  const of = (company: string, from: number, to: number): Impact<string> => ({
    company,
    before: { score: from, slope: 'steady' },
    after: { score: to, slope: to > from ? 'warming' : 'steady' },
  })
  const all = [of('a', 50, 51), of('b', 50, 40), of('c', 50, 50.05), of('d', 50, 53)]
  expect(summaryOf(all, 2)).toMatchObject({
    ...{ companies: 4, moved: 3, slopes: 3 },
    most: [{ company: 'b' }, { company: 'd' }],
  })
})

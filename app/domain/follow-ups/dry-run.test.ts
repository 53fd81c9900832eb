import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { torinoCalendar } from '#app/domain/calendar/working-days.server.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import { plan } from './cadence.ts'
import { differences, dryRun } from './dry-run.ts'
import type { Fact } from './facts.ts'
import { changedRule, defaultRule, defaultRules } from './rules.ts'

const from = new Date('2026-10-24T09:00:00Z')
const to = new Date('2026-11-23T09:00:00Z')
const span = { from, to, calendar: torinoCalendar }
const reminder = defaultRule('proposal_reminder_1') ?? expect.fail()

const card = (type: 'proposal_sent' | 'proposal_opened', id: string, at: string): Fact => ({
  ...{ id: `${type}:${id}`, type, at: new Date(at) },
  ...{ subject: { type: 'card', id }, related: [{ type: 'contact', id: 'c' }] },
})

describe('a dry run', () => {
  test('counts what left before its reason went away', () => {
    const facts = [
      card('proposal_sent', 'a', '2026-11-02T09:00:00Z'),
      card('proposal_opened', 'a', '2026-11-05T09:00:00Z'),
    ]
    expect(dryRun(facts, reminder, span).map(({ at }) => at.toISOString())).toEqual([
      '2026-11-04T09:00:00.000Z',
    ])
    expect(dryRun(facts, changedRule(reminder, { delay: { workingDays: 4 } }), span)).toEqual([])
  })

  test('tells the difference: fewer, more, another day, another way', () => {
    const facts = [
      card('proposal_sent', 'a', '2026-11-02T09:00:00Z'),
      card('proposal_opened', 'a', '2026-11-05T09:00:00Z'),
      card('proposal_sent', 'b', '2026-11-09T09:00:00Z'),
    ]
    const before = dryRun(facts, reminder, span)
    const later = differences(
      before,
      dryRun(facts, changedRule(reminder, { delay: { workingDays: 4 } }), span),
    )
    expect(later.map(({ before: was, after }) => [was?.key, after?.at.toISOString()])).toEqual([
      ['proposal_reminder_1|card:a|1', undefined],
      ['proposal_reminder_1|card:b|1', '2026-11-13T09:00:00.000Z'],
    ])
    const byHand = differences(before, dryRun(facts, changedRule(reminder, { channel: 'task' }), span))
    expect(byHand.map(({ before: was, after }) => [was?.kind, after?.kind])).toEqual([
      ['message', 'task'],
      ['message', 'task'],
    ])
  })

  test('does not know of what was learnt later', () => {
    const talked: Fact = {
      ...{ id: 't', type: 'contacted', subject: { type: 'card', id: 'a' } },
      at: new Date('2026-11-03T09:00:00Z'),
      recordedAt: new Date('2026-11-10T09:00:00Z'),
    }
    const sent = card('proposal_sent', 'a', '2026-11-02T09:00:00Z')
    expect(dryRun([sent, talked], reminder, span)).toHaveLength(1)
  })

  const hours = fc.nat(60 * 24).map((count) => new Date(+from - 20 * DAY + count * HOUR))
  const anyFact = fc
    .record({
      id: fc.uuid(),
      at: hours,
      side: fc.constantFrom('x', 'y'),
      type: fc.constantFrom(
        'proposal_sent',
        'proposal_opened',
        'contacted',
        'opening_posted',
        'placement_began',
        'hired',
      ),
    })
    .map(({ id, at, side, type }): Fact => {
      const subject = /proposal/.test(type)
        ? ({ type: 'card', id: side } as const)
        : type === 'opening_posted'
          ? ({ type: 'opening', id: side } as const)
          : type === 'contacted'
            ? ({ type: 'company', id: side } as const)
            : ({ type: 'placement', id: side } as const)
      return { id, at, subject, related: [{ type: 'company', id: side }], type } as Fact
    })
  const history = fc.uniqueArray(anyFact, { maxLength: 15, selector: ({ id }) => id })

  test('for any facts: each key once, within the span, as some plan of those days had it, and the same rule differs in nothing', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...defaultRules), (facts, rule) => {
        const run = dryRun(facts, rule, span)
        expect(new Set(run.map(({ key }) => key)).size).toBe(run.length)
        for (const { at } of run) expect(+at > +from && +at <= +to).toBe(true)
        for (const { key, at } of run) {
          // The moment itself may be that of a fact which ends it: it left a moment before.
          const known = facts.filter(
            (fact) => +fact.at < +at || fact.type.endsWith('sent') || +fact.at === +at,
          )
          const then = plan(known, [rule], { now: at, calendar: torinoCalendar })
          const keys = [...then.due, ...then.cancelled].map((item) => item.key)
          expect(keys).toContain(key)
        }
        expect(differences(run, dryRun(facts, rule, span))).toEqual([])
        expect(dryRun(facts, { ...rule, enabled: false }, span)).toEqual([])
      }),
      { numRuns: 80 },
    )
  })
})

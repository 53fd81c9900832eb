import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate, localTime } from '#app/domain/calendar/rome.ts'
import { addWorkingDays, isWorkingDay, torinoCalendar } from '#app/domain/calendar/working-days.server.ts'
import { DAY, HOUR, WEEK } from '#app/domain/shared/durations.ts'
import { plan, type PlannedFollowUp } from './cadence.ts'
import { plainFactTypes, type Fact, type Subject, type SubjectType } from './facts.ts'
import { MESSAGES_PER_WEEK, messageOrTask, recipientOf, withinLimit, type SentMessage } from './limits.ts'
import { defaultRules } from './rules.ts'

const BEGIN = Date.parse('2026-09-01T00:00:00Z')
/** Past the last Sunday of March. */
const AT_MOST = 240
const hour = fc.nat(AT_MOST * 24).map((hours) => new Date(BEGIN + hours * HOUR))

const typeOf = (type: Fact['type']): SubjectType => {
  if (type.startsWith('opening')) return 'opening'
  if (type.startsWith('proposal') || type === 'consent_withdrawn') return 'card'
  if (/^(placement|internship|hire)/.test(type) || type.startsWith('story_consent')) return 'placement'
  if (type.startsWith('story')) return 'story'
  if (type.startsWith('event')) return 'event_invitation'
  return type.endsWith('subscribed') ? 'contact' : 'company'
}
const related: Record<SubjectType, readonly SubjectType[]> = {
  company: [],
  contact: ['company'],
  opening: ['company', 'contact'],
  card: ['opening', 'company', 'contact'],
  placement: ['opening', 'company', 'contact'],
  story: ['company', 'contact'],
  event_invitation: ['company', 'contact'],
}

/** Facts of two companies (`x`, `y`), each with one contact and one of everything else, in any order and nonsense. */
const anyFact: fc.Arbitrary<Fact> = fc
  .record({
    id: fc.uuid(),
    type: fc.constantFrom(...plainFactTypes, 'proposal_answered' as const, 'internship_ends' as const),
    at: hour,
    side: fc.constantFrom('x', 'y'),
    answer: fc.constantFrom('interested', 'not_now', 'talk'),
    endsOn: fc.nat(300).map((days) => localDate(new Date(BEGIN + days * DAY))),
    withdrawnAt: fc.option(hour, { freq: 8 }),
  })
  .map(({ side, ...fact }) => {
    const subject: Subject = { type: typeOf(fact.type), id: side }
    return { ...fact, subject, related: related[subject.type].map((type) => ({ type, id: side })) } as Fact
  })
const history = fc.uniqueArray(anyFact, { maxLength: 25, selector: ({ id }) => id })

const at = (now: Date) => ({ now, calendar: torinoCalendar })
const keysOf = ({ due, cancelled, waiting }: ReturnType<typeof plan>) =>
  [...due, ...cancelled, ...waiting].map(({ key }) => key)

describe('planning, for any facts', () => {
  test('names each follow-up once, and the same again in any order', () => {
    fc.assert(
      fc.property(history, hour, fc.infiniteStream(fc.nat()), (facts, now, salt) => {
        const first = plan(facts, defaultRules, at(now))
        const order = facts.map((fact) => ({ fact, rank: salt.next().value as number }))
        const shuffled = order.sort((a, b) => a.rank - b.rank).map(({ fact }) => fact)
        expect(plan(shuffled, defaultRules, at(now))).toEqual(first)
        expect(plan([...facts, ...shuffled], defaultRules, at(now))).toEqual(first)
        expect(new Set(keysOf(first)).size).toBe(keysOf(first).length)
      }),
      { numRuns: 60 },
    )
  })

  test('keeps every key when more is learnt later, even about the past', () => {
    fc.assert(
      fc.property(history, history, hour, (facts, more, now) => {
        const recordedAt = new Date(BEGIN + (AT_MOST + 1) * DAY)
        const before = plan(facts, defaultRules, at(now))
        const learnt = more.map((fact) => ({ ...fact, id: `later-${fact.id}`, recordedAt }))
        const after = plan([...facts, ...learnt], defaultRules, at(now))
        const causes = (due: PlannedFollowUp[]) => new Map(due.map(({ key, causedBy }) => [key, causedBy]))
        const known = causes(after.due)
        for (const [key, cause] of causes(before.due)) if (known.has(key)) expect(known.get(key)).toBe(cause)
        expect(keysOf(after)).toEqual(expect.arrayContaining(keysOf(before)))
      }),
      { numRuns: 60 },
    )
  })

  test('has a turn to come of a silence, whatever of it is over', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.array(fc.nat(60), { maxLength: 40 }), (months, turns) => {
        const subject = { type: 'company', id: 'x' } as const
        const added: Fact = { id: 'added', type: 'company_added', subject, at: new Date(BEGIN) }
        const over = new Set(turns.map((turn) => `no_contact|company:x|${turn}`))
        const now = new Date(BEGIN + months * 30 * DAY)
        const { due } = plan([added], defaultRules, { ...at(now), over })
        expect(due.some(({ key, dueAt }) => +dueAt > +now && !over.has(key))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('puts nothing outside the hours of working days, nor before its cause', () => {
    fc.assert(
      fc.property(history, hour, (facts, now) => {
        const causes = new Map(facts.map((fact) => [fact.id, fact.at]))
        for (const { dueAt, causedBy } of plan(facts, defaultRules, at(now)).due) {
          expect(isWorkingDay(localDate(dueAt))).toBe(true)
          expect(localTime(dueAt) >= '08:30' && localTime(dueAt) < '18:00').toBe(true)
          expect(+dueAt).toBeGreaterThanOrEqual(+(causes.get(causedBy) ?? 0))
        }
      }),
      { numRuns: 100 },
    )
  })

  test('an answer leaves no reminder of that card standing', () => {
    const answer = fc.constantFrom('interested', 'not_now', 'talk')
    fc.assert(
      fc.property(history, answer, hour, (facts, given, now) => {
        const subject = { type: 'card', id: 'x' } as const
        const last = facts.filter((fact) => +fact.at <= +now).map((fact) => +fact.at)
        const answered = { type: 'proposal_answered', answer: given, subject } as const
        const told: Fact = { ...answered, id: 'answer', at: new Date(Math.max(BEGIN, ...last)) }
        const { due } = plan([...facts, told], defaultRules, at(now))
        const chasing = due.filter((f) => f.subject.id === 'x' && /^proposal_(reminder|call)/.test(f.rule))
        expect(+told.at <= +now ? chasing : []).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('nothing is sent to who must not be approached', () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom('company_paused', 'do_not_contact', 'unsubscribed'),
        (facts, type) => {
          const now = new Date(BEGIN + (AT_MOST + 2) * DAY)
          const subject: Subject = { type: type === 'unsubscribed' ? 'contact' : 'company', id: 'x' }
          const stop = { id: 'stop', type, subject, at: new Date(BEGIN + (AT_MOST + 1) * DAY) } as Fact
          const { due } = plan([...facts, stop], defaultRules, at(now))
          expect(due.filter((f) => f.kind === 'message' && f.subject.id === 'x')).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('around the last Sunday of March', () => {
  // Rome's clocks go from 2:00 to 3:00 on 28 March 2027; Easter Monday follows on the 29th.
  const SUNDAY = Date.parse('2027-03-28T01:00:00Z')
  const around = fc.integer({ min: -9 * 24, max: 3 * 24 }).map((hours) => new Date(SUNDAY + hours * HOUR))
  const counted = defaultRules.filter(
    ({ triggers, delay, from }) =>
      triggers.includes('proposal_sent') && typeof delay === 'object' && from !== 'end',
  )

  test('working days keep the hour on the clock, whichever side of the change they begin', () => {
    fc.assert(
      fc.property(around, fc.constantFrom(...counted), (sentAt, rule) => {
        const sent: Fact = { id: 'f', type: 'proposal_sent', subject: { type: 'card', id: 'p' }, at: sentAt }
        const now = new Date(SUNDAY + 30 * DAY)
        const [planned] = plan([sent], [rule], at(now)).due
        const begin = torinoCalendar.nextSendTime(sentAt)
        expect(localTime(planned?.dueAt ?? now)).toBe(localTime(begin))
        const days =
          'workingDays' in (rule.delay as object) ? (rule.delay as { workingDays: number }).workingDays : 0
        expect(localDate(planned?.dueAt ?? now)).toBe(addWorkingDays(localDate(begin), days))
      }),
      { numRuns: 200 },
    )
  })

  test('nothing is planned twice, left out or sent in the night that is an hour short', () => {
    fc.assert(
      fc.property(around, around, (postedAt, now) => {
        const posted: Fact = {
          id: 'f',
          type: 'opening_posted',
          subject: { type: 'opening', id: 'o' },
          at: postedAt,
        }
        const early = plan([posted], defaultRules, at(now))
        const late = plan([posted], defaultRules, at(new Date(SUNDAY + 60 * DAY)))
        const keys = (due: PlannedFollowUp[]) => due.map(({ key }) => key).sort()
        if (+postedAt <= +now) expect(keys(early.due)).toEqual(keys(late.due))
        for (const { key, dueAt } of early.due) {
          expect(late.due.find((other) => other.key === key)?.dueAt).toEqual(dueAt)
          expect(localTime(dueAt) >= '08:30' && localTime(dueAt) < '18:00').toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('two messages a week', () => {
  test('are never exceeded in any seven days, save answers to what she did', () => {
    fc.assert(
      fc.property(history, hour, (facts, now) => {
        const { due } = plan(facts, defaultRules, at(now))
        const kept = withinLimit(due, new Map(), now)
        expect(kept.map(({ key }) => key).sort()).toEqual(due.map(({ key }) => key).sort())
        const sent = kept.flatMap((f) =>
          f.kind === 'message' && !f.answersHerAct
            ? [{ to: recipientOf(f), at: Math.max(+f.dueAt, +now) }]
            : [],
        )
        for (const { to, at: end } of sent) {
          const week = sent.filter((other) => other.to === to && other.at <= end && other.at > end - WEEK)
          expect(week.length).toBeLessThanOrEqual(MESSAGES_PER_WEEK)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the third becomes a task until a week has gone by; answers neither count nor wait', () => {
    const now = new Date('2026-11-23T09:00:00Z')
    const sent = (daysAgo: number, answersHerAct = false): SentMessage => ({
      at: new Date(+now - daysAgo * DAY),
      answersHerAct,
    })
    expect(messageOrTask([], now)).toBe('message')
    expect(messageOrTask([sent(1)], now)).toBe('message')
    expect(messageOrTask([sent(1), sent(6.9)], now)).toBe('task')
    expect(messageOrTask([sent(1), sent(7)], now)).toBe('message')
    expect(messageOrTask([sent(1), sent(2, true), sent(3, true)], now)).toBe('message')
    expect(messageOrTask([sent(1), sent(2)], now, true)).toBe('message')
  })

  test('what left already counts in the plan, and the task keeps the key', () => {
    const now = new Date('2026-11-23T09:00:00Z')
    const contact = { type: 'contact', id: 'c' } as const
    const card = { type: 'card', id: 'p' } as const
    const sent: Fact = { id: 'f', type: 'proposal_sent', subject: card, related: [contact], at: now }
    const { due } = plan([sent], defaultRules, at(now))
    const before = [1, 2].map((n) => ({ at: new Date(+now - n * HOUR), answersHerAct: false }))
    const [first, second] = withinLimit(due, new Map([['c', before]]), now)
    expect(first).toMatchObject({ key: 'proposal_reminder_1|card:p|1', kind: 'task', audience: 'lead' })
    expect(second).toMatchObject({ key: 'proposal_reminder_2|card:p|1', kind: 'message' })
    expect(localDate(second?.dueAt ?? now)).toBe(addWorkingDays('2026-11-23', 5))
  })
})

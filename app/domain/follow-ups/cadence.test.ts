import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { plan } from './cadence.ts'
import type { Fact, Subject } from './facts.ts'
import { defaultRules } from './rules.ts'

const calendar = workingCalendar((date) => date === '2026-12-08' || date === '2026-12-25')
const company: Subject = { type: 'company', id: 'a' }
const contact: Subject = { type: 'contact', id: 'c' }
const opening: Subject = { type: 'opening', id: 'o' }
const card: Subject = { type: 'card', id: 'p' }
const placement: Subject = { type: 'placement', id: 'pl' }
const story: Subject = { type: 'story', id: 's' }
const owners: Record<string, readonly Subject[]> = {
  company: [],
  contact: [company],
  opening: [company, contact],
  card: [opening, company, contact],
  placement: [opening, company, contact],
  story: [company, contact],
}

/** Monday 23 November 2026, 10:00 in Rome. */
const MONDAY = '2026-11-23T09:00:00Z'
let made = 0
const fact = (type: Fact['type'], subject: Subject, at: string, more: object = {}) =>
  ({
    id: `f${String(++made).padStart(4, '0')}`,
    type,
    subject,
    related: owners[subject.type],
    at: new Date(at),
    ...more,
  }) as Fact

function planned(facts: Fact[], now: string) {
  const { due, cancelled, waiting } = plan(facts, defaultRules, { now: new Date(now), calendar })
  return {
    due: Object.fromEntries(due.map((f) => [f.key, f.dueAt.toISOString().slice(0, 16)])),
    cancelled: Object.fromEntries(cancelled.map(({ key, why }) => [key, why])),
    waiting: Object.fromEntries(waiting.map(({ key, needs }) => [key, needs])),
  }
}

describe('an opening', () => {
  const posted = fact('opening_posted', opening, MONDAY)

  test('is acknowledged at once, called about in a day, watched for matches and age', () => {
    expect(planned([posted], MONDAY).due).toEqual({
      'opening_acknowledged|opening:o|1': '2026-11-23T09:00',
      'opening_call|opening:o|1': '2026-11-24T09:00',
      'no_match_message|opening:o|1': '2026-11-30T09:00',
      'no_match_task|opening:o|1': '2026-11-30T09:00',
      'opening_still_open|opening:o|1': '2026-12-23T08:00',
      'no_contact|company:a|1': '2027-01-22T08:00',
    })
  })

  test('posted on a Saturday evening is acknowledged on Monday at 8:30', () => {
    const late = fact('opening_posted', opening, '2026-11-21T21:00:00Z')
    expect(planned([late], '2026-11-21T21:00:00Z').due['opening_acknowledged|opening:o|1']).toBe(
      '2026-11-23T07:30',
    )
  })

  test('stops being chased for matches when a card goes out', () => {
    const sent = fact('proposal_sent', card, '2026-11-24T09:00:00Z')
    const { cancelled } = planned([posted, sent], '2026-11-24T10:00:00Z')
    expect(cancelled['no_match_task|opening:o|1']).toBe('proposal_sent')
    expect(cancelled['no_match_message|opening:o|1']).toBe('proposal_sent')
  })

  test('kept open is asked about again 30 days later, under a new occurrence', () => {
    const kept = fact('opening_kept', opening, '2026-12-23T09:00:00Z')
    const { due, cancelled } = planned([posted, kept], '2026-12-23T10:00:00Z')
    expect(cancelled['opening_still_open|opening:o|1']).toBe('opening_kept')
    expect(due['opening_still_open|opening:o|2']).toBe('2027-01-22T08:00')
  })
})

describe('a card', () => {
  const sent = fact('proposal_sent', card, '2026-12-04T14:20:00Z')

  test('unopened is reminded after 2 and 5 working days, then called about', () => {
    expect(planned([sent], '2026-12-04T15:00:00Z').due).toEqual({
      // Friday 4 December; Tuesday the 8th is a holiday.
      'proposal_reminder_1|card:p|1': '2026-12-09T14:20',
      'proposal_reminder_2|card:p|1': '2026-12-14T14:20',
      'proposal_call|card:p|1': '2026-12-16T14:20',
    })
  })

  test('opened gets no more reminders, but the call stands', () => {
    const opened = fact('proposal_opened', card, '2026-12-05T08:00:00Z')
    const { due, cancelled } = planned([sent, opened], '2026-12-05T09:00:00Z')
    expect(Object.keys(due)).toEqual(['proposal_call|card:p|1'])
    expect(cancelled['proposal_reminder_1|card:p|1']).toBe('proposal_opened')
  })

  test('talked about on the phone stops the chase; the call counts from that day', () => {
    const call = fact('contacted', company, '2026-12-07T10:00:00Z')
    const { due, cancelled } = planned([sent, call], '2026-12-07T11:00:00Z')
    expect(cancelled['proposal_reminder_1|card:p|1']).toBe('contacted')
    expect(due['proposal_call|card:p|1']).toBe('2026-12-17T10:00')
  })

  test('sent during a call is still reminded of', () => {
    const call = fact('contacted', company, '2026-12-04T14:20:00Z')
    expect(planned([sent, call], '2026-12-04T15:00:00Z').cancelled).toEqual({})
  })

  test.each([
    ['interested', 'proposal_interested|card:p|1', '2026-12-10T09:00'],
    ['talk', 'proposal_talk|card:p|1', '2026-12-10T09:00'],
    ['not_now', 'proposal_not_now_thanks|card:p|1', '2026-12-09T09:00'],
  ])('answered %s has its own next step', (answer, key, at) => {
    const answered = fact('proposal_answered', card, '2026-12-09T09:00:00Z', { answer })
    const { due, cancelled } = planned([sent, answered], '2026-12-09T09:00:00Z')
    expect(due).toEqual({ [key]: at, 'no_contact|company:a|1': '2027-02-08T08:00' })
    expect(Object.values(cancelled)).toEqual(['proposal_answered', 'proposal_answered', 'proposal_answered'])
  })

  test('answered anew replaces the first answer', () => {
    const no = fact('proposal_answered', card, '2026-12-09T09:00:00Z', { answer: 'talk' })
    const yes = fact('proposal_answered', card, '2026-12-10T09:00:00Z', { answer: 'interested' })
    const { due, cancelled } = planned([yes, sent, no], '2026-12-10T09:00:00Z')
    expect(cancelled['proposal_talk|card:p|1']).toBe('proposal_answered')
    expect(due['proposal_interested|card:p|1']).toBe('2026-12-11T09:00')
  })

  test.each(['company_paused', 'do_not_contact'] as const)(
    '%s ends all, before or after it was sent',
    (type) => {
      for (const at of ['2026-12-01T09:00:00Z', '2026-12-05T09:00:00Z']) {
        const { due, cancelled } = planned([sent, fact(type, company, at)], '2026-12-05T10:00:00Z')
        expect(due).toEqual({})
        expect(new Set(Object.values(cancelled))).toEqual(new Set([type]))
      }
    },
  )

  test('sent after a pause was over goes its way', () => {
    const paused = fact('company_paused', company, '2026-11-01T09:00:00Z')
    const resumed = fact('company_resumed', company, '2026-12-01T09:00:00Z')
    const { due } = planned([paused, resumed, sent], '2026-12-04T15:00:00Z')
    expect(Object.keys(due)).toContain('proposal_reminder_1|card:p|1')
    expect(Object.keys(due)).toContain('pick_up_again|company:a|1')
  })

  test('unsubscribed leaves the call, consent withdrawn leaves nothing', () => {
    const off = fact('unsubscribed', contact, '2026-12-05T09:00:00Z')
    expect(Object.keys(planned([sent, off], '2026-12-05T10:00:00Z').due)).toEqual(['proposal_call|card:p|1'])
    const no = fact('consent_withdrawn', card, '2026-12-05T09:00:00Z')
    expect(planned([sent, no], '2026-12-05T10:00:00Z').due).toEqual({})
  })

  test('does not care what happens to another card', () => {
    const other = { type: 'card', id: 'q' } as const
    const answered = fact('proposal_answered', other, '2026-12-05T09:00:00Z', {
      answer: 'not_now',
      related: owners.card,
    })
    expect(
      planned([sent, answered], '2026-12-05T10:00:00Z').due['proposal_reminder_1|card:p|1'],
    ).toBeDefined()
  })
})

describe('a placement', () => {
  const began = fact('placement_began', placement, MONDAY)
  const ends = (endsOn: string, at = MONDAY) => fact('internship_ends', placement, at, { endsOn })

  test('is checked on both sides at day 3, week 2, then monthly, one month ahead', () => {
    const { due } = planned([began], '2027-01-10T09:00:00Z')
    expect(due['check_in_person_day_3|placement:pl|1']).toBe('2026-11-26T09:00')
    expect(due['check_in_company_week_2|placement:pl|1']).toBe('2026-12-07T08:00')
    expect(due['check_in_company_monthly|placement:pl|1']).toBe('2026-12-23T08:00')
    expect(due['check_in_company_monthly|placement:pl|2']).toBe('2027-01-25T08:00')
    expect(due['check_in_company_monthly|placement:pl|3']).toBeUndefined()
  })

  test('goes on being checked with the person while the company is paused', () => {
    const keys = Object.keys(planned([began, fact('company_paused', company, MONDAY)], MONDAY).due)
    expect(keys).toContain('check_in_person_week_2|placement:pl|1')
    expect(keys).not.toContain('check_in_company_week_2|placement:pl|1')
  })

  test('that is recorded two months late is not asked about the first days, only from now on', () => {
    const late = { ...began, recordedAt: new Date('2027-01-20T09:00:00Z') }
    const { due } = planned([late], '2027-01-20T10:00:00Z')
    expect(due).toEqual({
      'check_in_company_monthly|placement:pl|2': '2027-01-25T08:00',
      'check_in_person_monthly|placement:pl|2': '2027-01-25T08:00',
    })
  })

  test('near its end brings the talk about a hire, 30 and 15 days before, counted from the latest end', () => {
    const { due, cancelled } = planned(
      [ends('2027-02-28'), ends('2027-03-31', '2026-12-01T09:00:00Z')],
      '2026-12-01T09:00:00Z',
    )
    expect(cancelled['hire_talk_30|placement:pl|1']).toBe('internship_ends')
    expect(due['hire_talk_30|placement:pl|2']).toBe('2027-03-01T08:00')
    expect(due['internship_end_notice_15|placement:pl|2']).toBe('2027-03-16T08:00')
  })

  test('of a short internship skips the first talk and has the second at once', () => {
    const { due } = planned([ends('2026-12-03')], MONDAY)
    expect(due).toEqual({
      'hire_talk_15|placement:pl|1': '2026-11-23T09:00',
      'internship_end_notice_15|placement:pl|1': '2026-11-23T09:00',
    })
    expect(planned([ends('2026-11-20')], MONDAY).due).toEqual({})
  })
})

describe('a hire', () => {
  const hired = fact('hired', placement, MONDAY)

  test('that we hear of late is thanked for when we hear of it', () => {
    const heard = { ...hired, recordedAt: new Date('2027-04-01T15:00:00Z') }
    const { due } = planned([heard], '2027-04-01T15:00:00Z')
    expect(due['hire_thanks|placement:pl|1']).toBe('2027-04-01T15:00')
    expect(due['retention_3|placement:pl|1']).toBeUndefined()
    expect(due['retention_6|placement:pl|1']).toBe('2027-05-24T07:00')
  })

  test('is checked at 3, 6 and 12 months', () => {
    const { due } = planned([hired], MONDAY)
    expect(due['retention_3|placement:pl|1']).toBe('2027-02-23T08:00')
    expect(due['retention_6|placement:pl|1']).toBe('2027-05-24T07:00')
    expect(due['retention_12|placement:pl|1']).toBe('2027-11-23T08:00')
  })

  test('becomes a story only where the score is warm and the person agrees', () => {
    const key = 'story_invitation|placement:pl|1'
    const warm = fact('score_warm', company, '2026-11-01T09:00:00Z')
    const agrees = fact('story_consent_given', placement, '2027-01-11T09:00:00Z')
    expect(planned([hired, warm], MONDAY).waiting[key]).toEqual(['story_consent_given'])
    expect(planned([hired, warm, agrees], '2027-01-11T09:00:00Z').due[key]).toBe('2027-01-11T09:00')
    const cold = fact('score_no_longer_warm', company, '2027-01-11T08:00:00Z')
    expect(planned([hired, warm, agrees, cold], '2027-01-11T09:00:00Z').waiting[key]).toEqual(['score_warm'])
  })

  test('told as a story brings thanks at once, and 60 days later asks for a name', () => {
    const { due } = planned([fact('story_published', story, MONDAY)], MONDAY)
    expect(due['story_thanks|story:s|1']).toBe('2026-11-23T09:00')
    expect(due['referral_invitation|story:s|1']).toBe('2027-01-22T08:00')
    const named = fact('referral_made', company, '2026-12-01T09:00:00Z')
    const after = planned([fact('story_published', story, MONDAY), named], '2026-12-01T09:00:00Z')
    expect(after.cancelled).toEqual({ 'referral_invitation|story:s|1': 'referral_made' })
  })
})

describe('the silence of 60 days', () => {
  test('counts from the last real contact and comes back every month until there is one', () => {
    const first = fact('contacted', company, MONDAY)
    const { due } = planned([first], '2027-02-25T09:00:00Z')
    expect(due).toEqual({
      'no_contact|company:a|1': '2027-01-22T08:00',
      'no_contact|company:a|2': '2027-02-22T08:00',
      'no_contact|company:a|3': '2027-03-23T08:00',
    })
    const second = fact('contacted', company, '2027-02-25T10:00:00Z')
    const later = planned([first, second], '2027-02-25T11:00:00Z')
    expect(later.due).toEqual({ 'no_contact|company:a|1001': '2027-04-26T07:00' })
  })

  test('a call that is logged late does not rename what was planned', () => {
    const call = fact('contacted', company, MONDAY)
    const forgotten = fact('contacted', company, '2026-11-02T09:00:00Z', {
      recordedAt: new Date('2026-11-25T09:00:00Z'),
    })
    const { due, cancelled } = planned([forgotten, call], '2026-11-25T10:00:00Z')
    expect(Object.keys(due)).toEqual(['no_contact|company:a|1'])
    expect(Object.keys(cancelled)).toEqual(['no_contact|company:a|1001'])
  })
})

import { describe, expect, test } from 'vitest'
import { toBits, weekPresets } from '../matching/week.ts'
import { internshipAdvice, internshipRuleOn, leastIndemnityCents } from './internship-rules.ts'

const TODAY = '2026-11-23'
const internship = {
  kind: 'internship' as const,
  payMonthlyCents: 600_00,
  hoursPerWeek: 40 as number | null,
  shifts: [],
  durationMonths: 6,
  startFrom: '2027-01-11',
}

const mornings = { kind: 'fixed' as const, mask: toBits(weekPresets.mon_fri_8_12), hoursPerWeek: null }

describe('internships in Piemonte', () => {
  const rule = internshipRuleOn(TODAY)

  test('have a rule from the day of the act on', () => {
    expect(rule?.source).toContain('85-6277')
    expect(internshipRuleOn('2017-12-21')).toBeUndefined()
  })

  test.each([
    [40, 600_00],
    [null, 600_00],
    [48, 600_00],
    [30, 450_00],
    [20, 300_00],
    [10, 300_00],
  ])('%s hours a week ask for at least %i cents', (hours, cents) => {
    expect(rule && leastIndemnityCents(rule, hours)).toBe(cents)
  })

  test('are advised about too little pay and too short a time, and other kinds are not', () => {
    expect(internshipAdvice(internship, TODAY)).toEqual([])
    expect(internshipAdvice({ ...internship, payMonthlyCents: 500_00 }, TODAY)).toMatchObject([
      { about: 'indemnity', leastCents: 600_00 },
    ])
    expect(internshipAdvice({ ...internship, payMonthlyCents: 400_00, hoursPerWeek: 25 }, TODAY)).toEqual([])
    expect(
      internshipAdvice(
        { ...internship, payMonthlyCents: 300_00, hoursPerWeek: null, shifts: [mornings] },
        TODAY,
      ),
    ).toEqual([])
    expect(
      internshipAdvice(
        { ...internship, payMonthlyCents: 299_00, hoursPerWeek: null, shifts: [mornings] },
        TODAY,
      ),
    ).toMatchObject([{ about: 'indemnity', leastCents: 300_00 }])
    expect(internshipAdvice({ ...internship, payMonthlyCents: null }, TODAY)).toEqual([])
    expect(internshipAdvice({ ...internship, durationMonths: 1 }, TODAY)).toMatchObject([
      { about: 'duration', leastMonths: 2 },
    ])
    expect(internshipAdvice({ ...internship, kind: 'job', payMonthlyCents: 100_00 }, TODAY)).toEqual([])
  })
})

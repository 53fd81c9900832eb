import { describe, expect, test } from 'vitest'
import { plainOpening, plainProfile, TODAY } from '#tests/support/matching-arbitraries.ts'
import { admits, constraints, evaluate, type Constraint } from './constraints.ts'
import type { MatchOpening, MatchProfile } from './types.ts'
import { emptyWeek, parseRanges, setRange, weekPresets } from './week.ts'

type Case = [name: string, opening: Partial<MatchOpening>, profile: Partial<MatchProfile>, facts?: object]

const { mon_fri_8_12, mon_fri_8_16, nights_22_6 } = weekPresets
const sundayNight = setRange(emptyWeek, 6, 44, 12)
const fixed = (...masks: bigint[]) => masks.map((mask) => ({ type: 'fixed' as const, mask }))
const flexible = (window: bigint, hoursPerWeek: number) => [
  { type: 'flexible' as const, window, hoursPerWeek },
]
const pinerolo = { lat: 44.8853, lng: 7.3314 }

const met: Record<Constraint, Case[]> = {
  shift: [
    ['the shift is exactly her hours', {}, {}, { option: 0, thanksToChildcare: false }],
    [
      'the second option fits',
      { shiftOptions: fixed(mon_fri_8_16, mon_fri_8_12) },
      { available: mon_fri_8_12 },
      { option: 1 },
    ],
    [
      'childcare provided by the opening makes it possible',
      { childcareProvided: true },
      { available: mon_fri_8_12, withChildcare: mon_fri_8_16 },
      { thanksToChildcare: true },
    ],
    ['a night past midnight', { shiftOptions: fixed(nights_22_6) }, { available: nights_22_6 }],
    [
      'a Sunday night, with the early Monday free',
      { shiftOptions: fixed(sundayNight) },
      { available: setRange(setRange(emptyWeek, 6, 40, 48), 0, 0, 14) },
    ],
    [
      'enough hours of a flexible window',
      { shiftOptions: flexible(mon_fri_8_16, 20) },
      { available: mon_fri_8_12 },
    ],
  ],
  skills: [
    ['nothing is required', {}, {}, { required: 0 }],
    [
      'held at the level',
      { requiredSkills: [{ code: 'sk-pizza', level: 2 }] },
      { skills: { 'sk-pizza': 2 } },
      { required: 1 },
    ],
    ['held above it', { requiredSkills: [{ code: 'sk-pizza', level: 1 }] }, { skills: { 'sk-pizza': 3 } }],
  ],
  licence: [
    ['none is asked', {}, {}],
    ['the category itself', { licences: ['B'] }, { licences: ['B'] }],
    ['B counts for AM', { licences: ['AM'] }, { licences: ['B'] }],
    ['C counts for B', { licences: ['B'] }, { licences: ['C'] }],
    ['a vehicle without any category', { needsVehicle: true }, { hasVehicle: true }],
  ],
  language: [
    ['nothing is asked', {}, { italianSpoken: 0, italianWritten: 0 }],
    [
      'both at the level',
      { italianSpoken: 2, italianWritten: 1 },
      { italianSpoken: 2, italianWritten: 1 },
      { spoken: 2, written: 1 },
    ],
    ['only spoken is asked', { italianSpoken: 2 }, { italianWritten: 0 }],
  ],
  commute: [
    ['the same town', {}, { maxKm: 0 }, { km: 0, lift: null }],
    ['exactly as far as she can go', {}, { area: pinerolo, maxKm: 34.7 }, { km: 34.7 }],
    [
      'transport lifts it',
      { transportProvided: true },
      { area: pinerolo, maxKm: 5 },
      { km: 34.7, lift: 'transport' },
    ],
    ['lodging lifts it', { lodgingProvided: true }, { area: pinerolo, maxKm: 5 }, { lift: 'lodging' }],
  ],
  permit: [
    ['no expiry', {}, {}, { startsOn: '2026-03-16', until: null, byRenewal: false }],
    ['an expiry after the start', {}, { permitUntil: '2026-03-17' }, { byRenewal: false }],
    [
      'an expiry before it, renewal under way',
      {},
      { permitUntil: '2026-03-01', renewalUnderWay: true },
      { byRenewal: true },
    ],
    ['she may work by the latest start', {}, { mayWorkFrom: '2026-04-15' }, { startsOn: '2026-04-15' }],
  ],
  start: [
    ['free already', {}, { freeFrom: '2026-01-01' }, { freeFrom: TODAY }],
    ['free on the last day', {}, { freeFrom: '2026-04-15' }],
  ],
  pay: [
    ['exactly the minimum', {}, { minPayCents: 120_000 }],
    ['nothing stated, nothing needed', { payMonthlyCents: null }, { minPayCents: 0 }],
  ],
  aim: [['an aim of her path', { kind: 'internship' }, {}]],
  demands: [
    ['none of her limits', { demands: ['cold', 'standing'] }, { limits: ['heights'] }],
    [
      'night hours are not a declared demand',
      { shiftOptions: fixed(nights_22_6) },
      { limits: ['night_work'] },
    ],
  ],
  exclusion: [
    ['nothing to avoid', {}, {}, {}],
    ['something else to avoid', {}, { exclusions: [{ kind: 'town', value: '004078' }] }],
    [
      'a company without VAT id is not every VAT id',
      { companyVatId: null },
      { exclusions: [{ kind: 'vat', value: '' }] },
    ],
  ],
}

const blocked: Record<Constraint, Case[]> = {
  shift: [
    [
      'a single hour is missing, each day',
      {},
      { available: parseRanges([0, 1, 2, 3, 4].map((day) => ({ day: day as 0, from: 18, to: 32 }))) },
      { bestOption: 0, missingHours: 5, missing: [0, 1, 2, 3, 4].map((day) => ({ day, from: 16, to: 18 })) },
    ],
    [
      'the option nearest to her hours is named',
      { shiftOptions: fixed(nights_22_6, mon_fri_8_16) },
      { available: mon_fri_8_12 },
      { bestOption: 1, missingHours: 20 },
    ],
    [
      'childcare that the opening does not provide',
      {},
      { available: mon_fri_8_12, withChildcare: mon_fri_8_16 },
      { fitsWithChildcare: true },
    ],
    [
      'a Sunday night that ends on her Monday morning',
      { shiftOptions: fixed(sundayNight) },
      { available: setRange(setRange(emptyWeek, 6, 40, 48), 0, 0, 10) },
      { missing: [{ day: 0, from: 10, to: 12 }], fitsWithChildcare: false },
    ],
    [
      'half an hour short of a flexible window',
      { shiftOptions: flexible(mon_fri_8_16, 20.5) },
      { available: mon_fri_8_12 },
      { bestOption: 0, missingHours: 0.5, missing: [], fitsWithChildcare: true },
    ],
    [
      'a window smaller than its hours',
      { shiftOptions: flexible(mon_fri_8_12, 24) },
      {},
      { missingHours: 4, fitsWithChildcare: false },
    ],
    ['an opening without hours', { shiftOptions: [] }, {}, { bestOption: null, missingHours: 0 }],
  ],
  skills: [
    [
      'one is missing, one is too low',
      {
        requiredSkills: [
          { code: 'sk-pizza', level: 1 },
          { code: 'sk-forklift', level: 3 },
        ],
      },
      { skills: { 'sk-forklift': 2 } },
      {
        missing: [
          { code: 'sk-pizza', asked: 1, held: 0 },
          { code: 'sk-forklift', asked: 3, held: 2 },
        ],
      },
    ],
    [
      'a skill that is taught and required is still required',
      { requiredSkills: [{ code: 'sk-pizza', level: 1 }], teaches: ['sk-pizza'] },
      {},
    ],
  ],
  licence: [
    ['B does not count for C', { licences: ['C'] }, { licences: ['B'] }, { missing: ['C'] }],
    [
      'the licence without the vehicle',
      { licences: ['B'], needsVehicle: true },
      { licences: ['B'] },
      { missing: [], vehicleMissing: true },
    ],
  ],
  language: [
    [
      'spoken is below',
      { italianSpoken: 3 },
      { italianSpoken: 2, italianWritten: 6 },
      { missing: [{ skill: 'spoken', asked: 3, held: 2 }] },
    ],
    [
      'written is below',
      { italianWritten: 2 },
      { italianSpoken: 6, italianWritten: 1 },
      { missing: [{ skill: 'written', asked: 2, held: 1 }] },
    ],
  ],
  commute: [['farther than she can go', {}, { area: pinerolo, maxKm: 34 }, { km: 34.7, maxKm: 34 }]],
  permit: [
    [
      'she may not work by the latest start',
      {},
      { mayWorkFrom: '2026-04-16' },
      { reason: 'may_not_work_yet', mayWorkFrom: '2026-04-16', startLatest: '2026-04-15' },
    ],
    [
      'it ends on the day of the start',
      {},
      { permitUntil: '2026-03-16' },
      { reason: 'expires', until: '2026-03-16', startsOn: '2026-03-16' },
    ],
    [
      'it ends before she is free',
      {},
      { permitUntil: '2026-03-20', freeFrom: '2026-03-25' },
      { startsOn: '2026-03-25' },
    ],
    [
      'it ended, and the opening has long been open',
      { startFrom: '2025-01-01' },
      { permitUntil: '2026-02-01', freeFrom: '2025-01-01' },
      { startsOn: TODAY },
    ],
  ],
  start: [
    ['a day late', {}, { freeFrom: '2026-04-16' }, { freeFrom: '2026-04-16', startLatest: '2026-04-15' }],
    ['the latest start is gone', { startFrom: '2026-02-01', startLatest: '2026-03-01' }, {}],
  ],
  pay: [
    ['a cent too little', {}, { minPayCents: 120_001 }, { payCents: 120_000, minPayCents: 120_001 }],
    ['nothing stated', { payMonthlyCents: null }, { minPayCents: 1 }, { payCents: null }],
  ],
  aim: [
    ['not an aim', { kind: 'training' }, {}, { kind: 'training', aims: ['internship', 'job'] }],
    ['no aims at all', {}, { aims: [] }],
  ],
  demands: [
    [
      'one of her limits',
      { demands: ['cold', 'heavy_lifting'] },
      { limits: ['heavy_lifting', 'dust'] },
      { clashing: ['heavy_lifting'] },
    ],
  ],
  exclusion: [
    ['the company', {}, { exclusions: [{ kind: 'company', value: plainOpening().companyId }] }],
    ['its VAT id', {}, { exclusions: [{ kind: 'vat', value: '00000000001' }] }],
    [
      'the town',
      {},
      { exclusions: [{ kind: 'town', value: '001272' }] },
      { matched: [{ kind: 'town', value: '001272' }] },
    ],
  ],
}

const verdictOf = (name: Constraint, opening: Partial<MatchOpening>, profile: Partial<MatchProfile>) =>
  evaluate(plainOpening(opening), plainProfile(profile), TODAY).find((v) => v.constraint === name)

describe.each(constraints)('%s', (constraint) => {
  test.each(met[constraint])('is met: %s', (_, opening, profile, facts = {}) => {
    expect(verdictOf(constraint, opening, profile)).toMatchObject({ constraint, met: true, facts })
  })

  test.each(blocked[constraint])('blocks: %s', (_, opening, profile, facts = {}) => {
    expect(verdictOf(constraint, opening, profile)).toMatchObject({ constraint, met: false, facts })
  })
})

test('verdicts come in the order of the table, one each', () => {
  const verdicts = evaluate(plainOpening(), plainProfile(), TODAY)
  const table = 'shift skills licence language commute permit start pay aim demands exclusion'
  expect(verdicts.map(({ constraint }) => constraint).join(' ')).toBe(table)
  expect(admits(verdicts)).toBe(true)
})

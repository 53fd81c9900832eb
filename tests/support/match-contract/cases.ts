import type { Constraint } from '#app/domain/matching/constraints.ts'
import type { MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'
import { emptyWeek, setRange, weekPresets } from '#app/domain/matching/week.ts'
import { plainOpening } from '#tests/support/matching-arbitraries.ts'

const { mon_fri_8_12, mon_fri_8_16, nights_22_6 } = weekPresets
const fixed = (...masks: bigint[]) => masks.map((mask) => ({ type: 'fixed' as const, mask }))
const pinerolo = { lat: 44.8853, lng: 7.3314 }
const company = plainOpening().companyId

/** What differs from `plainOpening` and `plainProfile`, and what then blocks. */
export type Case = [
  name: string,
  opening: Partial<MatchOpening>,
  profile: Partial<MatchProfile>,
  blocked: Constraint[],
]

/** Every row of the constraint table, each side of its edge. */
export const cases: Case[] = [
  ['exactly her hours', {}, {}, []],
  ['half an hour is missing', {}, { available: mon_fri_8_16 & ~setRange(emptyWeek, 2, 20, 21) }, ['shift']],
  ['the second of two shifts', { shiftOptions: fixed(nights_22_6, mon_fri_8_12) }, {}, []],
  ['no shift at all', { shiftOptions: [] }, {}, ['shift']],
  [
    'Sunday night into Monday',
    { shiftOptions: fixed(setRange(emptyWeek, 6, 44, 12)) },
    { available: setRange(emptyWeek, 6, 44, 48) },
    ['shift'],
  ],
  ['childcare that nobody provides', {}, { available: mon_fri_8_12 }, ['shift']],
  ['childcare that the opening provides', { childcareProvided: true }, { available: mon_fri_8_12 }, []],
  [
    'just enough flexible hours',
    { shiftOptions: [{ type: 'flexible', window: mon_fri_8_12, hoursPerWeek: 20 }] },
    {},
    [],
  ],
  [
    'half an hour too few',
    { shiftOptions: [{ type: 'flexible', window: mon_fri_8_12, hoursPerWeek: 20.5 }] },
    {},
    ['shift'],
  ],
  ['a skill not held', { requiredSkills: [{ code: 'sk-pizza', level: 1 }] }, {}, ['skills']],
  [
    'a skill held too low',
    { requiredSkills: [{ code: 'sk-pizza', level: 2 }] },
    { skills: { 'sk-forklift': 3, 'sk-pizza': 1 } },
    ['skills'],
  ],
  ['a skill held', { requiredSkills: [{ code: 'sk-pizza', level: 2 }] }, { skills: { 'sk-pizza': 2 } }, []],
  ['the licence below', { licences: ['C'] }, { licences: ['B'] }, ['licence']],
  ['a licence above', { licences: ['B', 'AM'] }, { licences: ['C'] }, []],
  ['no vehicle', { needsVehicle: true, licences: ['B'] }, { licences: ['B'] }, ['licence']],
  ['too little spoken', { italianSpoken: 3 }, { italianSpoken: 2, italianWritten: 6 }, ['language']],
  ['too little written', { italianWritten: 2 }, { italianSpoken: 6, italianWritten: 1 }, ['language']],
  ['exactly as far as she can go', {}, { area: { lat: 45.0705, lng: 7.6868 }, maxKm: 0 }, []],
  ['too far', {}, { area: pinerolo, maxKm: 34 }, ['commute']],
  ['far, with transport', { transportProvided: true }, { area: pinerolo, maxKm: 1 }, []],
  ['far, with lodging', { lodgingProvided: true }, { area: pinerolo, maxKm: 1 }, []],
  ['not allowed to work yet', {}, { mayWorkFrom: '2026-04-16' }, ['permit']],
  ['not allowed and no date', {}, { mayWorkFrom: '9999-12-31' }, ['permit']],
  ['a permit that ends on the day', {}, { permitUntil: '2026-03-16' }, ['permit']],
  ['a permit that ends the day after', {}, { permitUntil: '2026-03-17' }, []],
  ['a renewal under way', {}, { permitUntil: '2026-03-01', renewalUnderWay: true }, []],
  ['free on the last day', {}, { freeFrom: '2026-04-15' }, []],
  ['free a day late', {}, { freeFrom: '2026-04-16' }, ['start']],
  ['a start that is gone', { startFrom: '2026-02-01', startLatest: '2026-03-01' }, {}, ['start']],
  ['a cent too little', {}, { minPayCents: 120_001 }, ['pay']],
  ['pay that nobody states', { payMonthlyCents: null }, { minPayCents: 1 }, ['pay']],
  ['no pay and no minimum', { payMonthlyCents: null }, {}, []],
  ['not an aim of hers', { kind: 'training' }, {}, ['aim']],
  ['no aims', {}, { aims: [] }, ['aim']],
  ['one of her limits', { demands: ['cold', 'dust'] }, { limits: ['dust'] }, ['demands']],
  ['other demands', { demands: ['cold'] }, { limits: ['dust'] }, []],
  ['a company to avoid', {}, { exclusions: [{ kind: 'company', value: company }] }, ['exclusion']],
  ['a VAT id to avoid', {}, { exclusions: [{ kind: 'vat', value: '00000000001' }] }, ['exclusion']],
  ['a town to avoid', {}, { exclusions: [{ kind: 'town', value: '001272' }] }, ['exclusion']],
  ['a person to avoid', {}, { exclusions: [{ kind: 'person', value: 'mario rossi' }] }, ['exclusion']],
  [
    'a person by two of three names',
    {},
    { exclusions: [{ kind: 'person', value: 'bianchi giulia' }] },
    ['exclusion'],
  ],
  ['names of two people', {}, { exclusions: [{ kind: 'person', value: 'giulia rossi' }] }, []],
  [
    'a person by three names of two',
    {},
    { exclusions: [{ kind: 'person', value: 'giuseppe mario rossi' }] },
    ['exclusion'],
  ],
  ['a name in other words', {}, { exclusions: [{ kind: 'person', value: 'mar io rossi' }] }, ['exclusion']],
  ['part of a name', {}, { exclusions: [{ kind: 'person', value: 'mari ross' }] }, []],
  ['another town to avoid', {}, { exclusions: [{ kind: 'town', value: '004078' }] }, []],
  ['a company without VAT id', { companyVatId: null }, { exclusions: [{ kind: 'vat', value: '' }] }, []],
  ['two obstacles', { needsVehicle: true, kind: 'trial' }, {}, ['licence', 'aim']],
]

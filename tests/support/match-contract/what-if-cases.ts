import type { MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'
import { parseRanges, weekPresets, type WeekRange } from '#app/domain/matching/week.ts'

/** What differs from `plainOpening` and `plainProfile`; the edits that then admit her, as `editKey`s, and no others. */
export type WhatIfCase = [
  name: string,
  opening: Partial<MatchOpening>,
  profile: Partial<MatchProfile>,
  helps: string[],
]

const { mon_fri_8_16, mon_fri_8_17_break, nights_22_6, mon_fri_6_14, mon_sat_8_13 } = weekPresets
const fixed = (mask: bigint) => ({ shiftOptions: [{ type: 'fixed' as const, mask }] })
/** The same hours, in halves of an hour, on some days from Monday, 0. */
const on = (days: readonly number[], from: number, to: number): bigint =>
  parseRanges(days.map((day) => ({ day, from, to }) as WeekRange))
const free = (available: bigint) => ({ available, withChildcare: available })
const WORKDAYS = [0, 1, 2, 3, 4]
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const START_WEEKS = ['start_weeks_later.2', 'start_weeks_later.4', 'start_weeks_later.8']
const later = (...minutes: number[]) => minutes.map((each) => `start_later_${each}`)
const earlier = (...minutes: number[]) => minutes.map((each) => `end_earlier_${each}`)

/** Every row of the what-if catalogue, each side of its edge. */
export const whatIfCases: WhatIfCase[] = [
  ['half an hour later', {}, free(on(WORKDAYS, 17, 32)), [...later(30, 60, 90), 'only_afternoons']],
  ['an hour later', {}, free(on(WORKDAYS, 18, 32)), [...later(60, 90), 'only_afternoons']],
  ['an hour and a half later', {}, free(on(WORKDAYS, 19, 32)), [...later(90), 'only_afternoons']],
  ['two hours later help no more', {}, free(on(WORKDAYS, 20, 32)), ['only_afternoons']],
  ['half an hour earlier', {}, free(on(WORKDAYS, 16, 31)), [...earlier(30, 60, 90), 'only_mornings']],
  ['an hour and a half earlier', {}, free(on(WORKDAYS, 16, 29)), [...earlier(90), 'only_mornings']],
  [
    'the end of a shift with a break',
    fixed(mon_fri_8_17_break),
    free(on(WORKDAYS, 16, 33)),
    [...earlier(30, 60, 90), 'only_mornings'],
  ],
  ['only the break is not hers', fixed(on(WORKDAYS, 16, 34)), free(mon_fri_8_17_break), ['only_afternoons']],
  ['a night begins an hour later', fixed(nights_22_6), free(on(WORKDAYS, 46, 12)), later(60, 90)],
  ['a Saturday', fixed(mon_sat_8_13), free(on(WORKDAYS, 16, 26)), ['drop_saturday', 'part_time']],
  [
    'a Sunday',
    fixed(on(EVERY_DAY, 16, 24)),
    free(on([0, 1, 2, 3, 4, 5], 16, 24)),
    ['drop_sunday', 'part_time'],
  ],
  ['Friday night is no Saturday', fixed(nights_22_6), free(on([0, 1, 2, 3], 44, 12)), ['part_time']],
  [
    'the hours of the night',
    fixed(on(WORKDAYS, 36, 47)),
    free(on(WORKDAYS, 36, 44)),
    ['end_earlier_90', 'drop_nights'],
  ],
  ['only mornings', fixed(on(WORKDAYS, 16, 34)), free(on(WORKDAYS, 12, 26)), ['only_mornings']],
  ['only afternoons', fixed(on(WORKDAYS, 20, 36)), free(on(WORKDAYS, 26, 40)), ['only_afternoons']],
  ['three days of five', {}, free(on([0, 2, 4], 16, 32)), ['part_time']],
  ['two days of five are too few', {}, free(on([0, 2], 16, 32)), []],
  ['childcare', {}, { available: on(WORKDAYS, 16, 24), withChildcare: mon_fri_8_16 }, ['arrange_childcare']],
  [
    'childcare that is there already',
    { childcareProvided: true },
    { available: on(WORKDAYS, 16, 24), withChildcare: on(WORKDAYS, 16, 31) },
    [...earlier(30, 60, 90), 'only_mornings'],
  ],
  [
    'enough of a flexible week already',
    { shiftOptions: [{ type: 'flexible', window: mon_fri_6_14, hoursPerWeek: 20 }] },
    free(on([0], 12, 28)),
    [],
  ],
  ['transport', {}, { area: { lat: 44.8853, lng: 7.3314 }, maxKm: 5 }, ['arrange_transport']],
  ['a licence', { licences: ['B'] }, {}, ['drop_licence']],
  ['a vehicle', { needsVehicle: true }, {}, ['drop_vehicle']],
  ['a licence and a vehicle', { licences: ['B'], needsVehicle: true }, {}, []],
  ['one level of Italian', { italianSpoken: 3 }, { italianSpoken: 2 }, ['language_lower']],
  [
    'one level of both',
    { italianSpoken: 3, italianWritten: 3 },
    { italianSpoken: 2, italianWritten: 2 },
    ['language_lower'],
  ],
  ['two levels', { italianSpoken: 4 }, { italianSpoken: 2 }, []],
  ['two weeks', {}, { freeFrom: '2026-04-29' }, START_WEEKS],
  ['two weeks and a day', {}, { freeFrom: '2026-04-30' }, START_WEEKS.slice(1)],
  ['eight weeks', {}, { freeFrom: '2026-06-10' }, START_WEEKS.slice(2)],
  ['eight weeks and a day', {}, { freeFrom: '2026-06-11' }, []],
  ['a later start, and the law allows it then', {}, { mayWorkFrom: '2026-05-01' }, START_WEEKS.slice(1)],
  ['a start that is gone', { startFrom: '2026-02-01', startLatest: '2026-02-20' }, {}, START_WEEKS.slice(0)],
  ['pay', {}, { minPayCents: 123_456 }, ['raise_pay.125000']],
  ['pay that nobody states', { payMonthlyCents: null }, { minPayCents: 60_000 }, ['raise_pay.60000']],
  [
    'a skill',
    {
      requiredSkills: [
        { code: 'sk-pizza', level: 2 },
        { code: 'sk-forklift', level: 1 },
      ],
    },
    { skills: { 'sk-forklift': 1, 'sk-pizza': 1 } },
    ['train_skill.sk-pizza'],
  ],
  [
    'two skills',
    {
      requiredSkills: [
        { code: 'sk-pizza', level: 1 },
        { code: 'sk-forklift', level: 1 },
      ],
    },
    {},
    [],
  ],
  ['her limits are not to be asked about', { demands: ['cold'], licences: ['B'] }, { limits: ['cold'] }, []],
  ['nor what she must avoid', { licences: ['B'] }, { exclusions: [{ kind: 'town', value: '001272' }] }, []],
  ['nor two obstacles', { licences: ['B'], italianSpoken: 3 }, {}, []],
]

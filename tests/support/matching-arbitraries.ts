import fc from 'fast-check'
import { DAY } from '#app/domain/shared/durations.ts'
import type { Coordinates } from '#app/domain/places/distance.ts'
import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import { demandCodes } from '#app/domain/taxonomy/demands.ts'
import type { LicenceCategory } from '#app/domain/taxonomy/licences.ts'
import {
  openingKinds,
  type Exclusion,
  type MatchOpening,
  type MatchProfile,
  type ShiftOption,
  type SkillLevel,
} from '#app/domain/matching/types.ts'
import {
  emptyWeek,
  fromBits,
  parseRanges,
  weekPresets,
  weekdays,
  type WeekMask,
  type WeekRange,
} from '#app/domain/matching/week.ts'

/** The codes that generated facts are drawn from. Few, so that what is asked and what is held often meet. */
export type Vocabulary = {
  skills: readonly string[]
  sectors: readonly string[]
  professions: readonly string[]
  licences: readonly LicenceCategory[]
  towns: readonly (Coordinates & { townCode: string })[]
  companies: readonly { companyId: string; companyVatId: string | null; companyPeople: readonly string[] }[]
  orgIds: readonly string[]
}

const uuid = (kind: number, n: number): string =>
  `00000000-0000-4000-8000-${String(kind * 1000 + n).padStart(12, '0')}`

/** Keys of names: the first company has none of them, the next has one, and so on. */
const PEOPLE = ['anna rossi', 'bianchi carla verdi', 'bruno neri']

/** A corner of the taxonomy and of Piemonte, with the codes and coordinates that the product ships. */
export const smallVocabulary: Vocabulary = {
  skills: [
    ...['sk-mig-mag-welding', 'sk-sewing-lockstitch', 'sk-pizza'],
    ...['sk-forklift', 'sk-spreadsheets', 'sk-interpreting'],
  ],
  sectors: ['metal', 'textiles', 'food-service', 'logistics'],
  professions: ['isco-7212-welder', 'isco-8153-sewing-machine-operator', 'isco-4321-warehouse-clerk'],
  licences: ['AM', 'A', 'B', 'C'],
  towns: [
    { townCode: '001272', lat: 45.0705, lng: 7.6868 },
    { townCode: '001156', lat: 44.9994, lng: 7.6824 },
    { townCode: '001191', lat: 44.8853, lng: 7.3314 },
    { townCode: '005005', lat: 44.9016, lng: 8.2075 },
    { townCode: '004078', lat: 44.3907, lng: 7.5483 },
  ],
  companies: [1, 2, 3, 4].map((n) => ({
    companyId: uuid(1, n),
    companyVatId: n === 4 ? null : `0000000000${n}`,
    companyPeople: PEOPLE.slice(0, n - 1),
  })),
  orgIds: [uuid(2, 1), uuid(2, 2), uuid(2, 3)],
}

/** The day that generated dates lie around. */
export const TODAY = '2026-03-02'

const range: fc.Arbitrary<WeekRange> = fc
  .record({
    day: fc.constantFrom(...weekdays),
    from: fc.integer({ min: 0, max: 47 }),
    to: fc.integer({ min: 1, max: 48 }),
  })
  .filter(({ from, to }) => from !== to)

/** Any set of half-hours, ragged ones included. */
export const anyWeek: fc.Arbitrary<WeekMask> = fc
  .array(fc.constantFrom('0', '1'), { minLength: 336, maxLength: 336 })
  .map((bits) => fromBits(bits.join('')))

/** Weeks as people have them: presets, ranges, now and then ragged. */
export const week: fc.Arbitrary<WeekMask> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.values(weekPresets)) },
  { weight: 3, arbitrary: fc.array(range, { maxLength: 8 }).map(parseRanges) },
  { weight: 1, arbitrary: anyWeek },
  { weight: 1, arbitrary: fc.constant(emptyWeek) },
)

const widenedWeek = fc
  .tuple(
    fc.oneof(
      week,
      fc.tuple(week, week).map(([a, b]) => a | b),
    ),
    week,
  )
  .map(([available, more]) => ({ available, withChildcare: available | more }))

const shiftOption: fc.Arbitrary<ShiftOption> = fc.oneof(
  week.map((mask): ShiftOption => ({ type: 'fixed', mask })),
  fc
    .tuple(week, fc.integer({ min: 0, max: 80 }))
    .map(([window, halves]): ShiftOption => ({ type: 'flexible', window, hoursPerWeek: halves / 2 })),
)

const level = fc.constantFrom<SkillLevel>(1, 2, 3)
const cefrAsked = fc.constantFrom<CefrLevel>(0, 0, 0, 0, 1, 1, 2, 3)
const cefrHeld = fc.constantFrom<CefrLevel>(0, 1, 2, 2, 3, 3, 4, 5, 6)
const seldom = fc.constantFrom(false, false, false, true)
const cents = (minEuro: number, maxEuro: number): fc.Arbitrary<number> =>
  fc.integer({ min: minEuro, max: maxEuro }).map((euro) => euro * 100)

/** Days counted from `TODAY`. */
const around = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((days) => new Date(Date.parse(TODAY) + days * DAY).toISOString().slice(0, 10))

/** Days from two years before `TODAY` to one year after. */
export const isoDate: fc.Arbitrary<string> = around(-730, 365)

const some = <T>(from: readonly T[], maxLength = from.length): fc.Arbitrary<T[]> =>
  fc.subarray([...from], { maxLength: Math.min(maxLength, from.length) })

/** Openings whose every fact varies, tuned so that about one person in fifteen fits. */
export function openings(words: Vocabulary = smallVocabulary): fc.Arbitrary<MatchOpening> {
  const skillsAt = <T>(build: (code: string) => fc.Arbitrary<T>, maxLength: number) =>
    some(words.skills, maxLength).chain((codes) => fc.tuple(...codes.map(build)) as fc.Arbitrary<T[]>)
  const facts = fc.record({
    openingId: fc.uuid(),
    kind: fc.constantFrom(...openingKinds),
    sector: fc.constantFrom(...words.sectors),
    professionCode: fc.constantFrom(...words.professions),
    shiftOptions: fc.array(shiftOption, { minLength: 1, maxLength: 3 }),
    childcareProvided: fc.boolean(),
    requiredSkills: fc.oneof(
      fc.constant([]),
      skillsAt((code) => level.map((asked) => ({ code, level: asked })), 2),
    ),
    desiredSkills: skillsAt(
      (code) => fc.record({ code: fc.constant(code), level, weight: fc.integer({ min: 1, max: 5 }) }),
      4,
    ),
    teaches: some(words.skills, 2),
    licences: some(words.licences, 1),
    needsVehicle: seldom,
    italianSpoken: cefrAsked,
    italianWritten: cefrAsked,
    place: fc.constantFrom(...words.towns),
    transportProvided: seldom,
    lodgingProvided: seldom,
    payMonthlyCents: fc.option(cents(600, 2000), { freq: 8 }),
    demands: some(demandCodes, 2),
  })
  const dates = fc.tuple(around(-30, 60), around(0, 120)).map((days) => days.sort())
  return fc
    .tuple(facts, fc.constantFrom(...words.companies), dates)
    .map(([rest, company, [startFrom, startLatest]]) => ({
      ...rest,
      ...company,
      startFrom,
      startLatest,
    }))
}

/** Profiles whose every fact varies. */
export function profiles(words: Vocabulary = smallVocabulary): fc.Arbitrary<MatchProfile> {
  const exclusion: fc.Arbitrary<Exclusion> = fc.oneof(
    fc
      .constantFrom(...words.companies)
      .map(({ companyId }) => ({ kind: 'company' as const, value: companyId })),
    fc
      .constantFrom(...words.companies)
      .map(({ companyVatId }) => ({ kind: 'vat' as const, value: companyVatId ?? '99999999999' })),
    fc.constantFrom(...words.towns).map(({ townCode }) => ({ kind: 'town' as const, value: townCode })),
    // One that is there, two words of three, and one nobody has.
    fc
      .constantFrom('anna rossi', 'carla verdi', 'anna neri')
      .map((value) => ({ kind: 'person' as const, value })),
  )
  const facts = fc.record({
    candidateId: fc.uuid(),
    orgId: fc.constantFrom(...words.orgIds),
    skills: fc.dictionary(fc.constantFrom(...words.skills), level, {
      noNullPrototype: true,
      minKeys: 2,
    }),
    licences: some(words.licences),
    hasVehicle: fc.boolean(),
    italianSpoken: cefrHeld,
    italianWritten: cefrHeld,
    area: fc.constantFrom(...words.towns).map(({ lat, lng }) => ({ lat, lng })),
    maxKm: fc.constantFrom(0, 5, 20, 40, 80, 100),
    mayWorkFrom: fc.oneof(
      { weight: 8, arbitrary: around(-700, 60) },
      { weight: 1, arbitrary: fc.constant('9999-12-31') },
    ),
    permitUntil: fc.option(around(-30, 400), { freq: 1 }),
    renewalUnderWay: fc.boolean(),
    freeFrom: around(-60, 60),
    minPayCents: fc.oneof(fc.constant(0), cents(300, 1600)),
    aims: fc.subarray([...openingKinds], { minLength: 2 }),
    limits: some(demandCodes, 2),
    preferredSectors: some(words.sectors, 2),
    preferredProfessions: some(words.professions, 2),
    planSkills: some(words.skills, 2),
    waitingSince: fc.oneof(isoDate, fc.constantFrom('2025-06-01', '2025-09-01')),
    exclusions: fc.oneof(fc.constant([]), fc.array(exclusion, { maxLength: 2 })),
  })
  return fc.tuple(facts, widenedWeek).map(([rest, weeks]) => ({ ...rest, ...weeks }))
}

/** An opening and a group of people with distinct ids. */
export const populations = (words: Vocabulary = smallVocabulary, maxLength = 40) =>
  fc.record({
    opening: openings(words),
    profiles: fc.uniqueArray(profiles(words), { maxLength, selector: ({ candidateId }) => candidateId }),
  })

/** An opening that asks for little: forty hours by day in Torino. Tests override what they are about. */
export const plainOpening = (facts: Partial<MatchOpening> = {}): MatchOpening => ({
  openingId: uuid(3, 1),
  companyId: uuid(1, 1),
  companyVatId: '00000000001',
  companyPeople: ['mario rossi', 'bianchi giulia maria'],
  kind: 'job',
  sector: 'metal',
  professionCode: 'isco-7212-welder',
  shiftOptions: [{ type: 'fixed', mask: weekPresets.mon_fri_8_16 }],
  childcareProvided: false,
  requiredSkills: [],
  desiredSkills: [],
  teaches: [],
  licences: [],
  needsVehicle: false,
  italianSpoken: 0,
  italianWritten: 0,
  place: { townCode: '001272', lat: 45.0705, lng: 7.6868 },
  transportProvided: false,
  lodgingProvided: false,
  startFrom: '2026-03-16',
  startLatest: '2026-04-15',
  payMonthlyCents: 120_000,
  demands: [],
  ...facts,
})

/** A person whom `plainOpening` admits. Tests override what they are about. */
export const plainProfile = (facts: Partial<MatchProfile> = {}): MatchProfile => ({
  candidateId: uuid(4, 1),
  orgId: uuid(2, 1),
  available: weekPresets.mon_fri_8_16,
  withChildcare: weekPresets.mon_fri_8_16,
  skills: {},
  licences: [],
  hasVehicle: false,
  italianSpoken: 2,
  italianWritten: 1,
  area: { lat: 45.0705, lng: 7.6868 },
  maxKm: 20,
  mayWorkFrom: '2025-01-01',
  permitUntil: null,
  renewalUnderWay: false,
  freeFrom: '2026-03-02',
  minPayCents: 0,
  aims: ['internship', 'job'],
  limits: [],
  preferredSectors: [],
  preferredProfessions: [],
  planSkills: [],
  waitingSince: '2025-09-01',
  exclusions: [],
  ...facts,
})

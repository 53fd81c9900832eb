import type { MatchProfile, SkillLevel } from '#app/domain/matching/types.ts'
import { openingKinds } from '#app/domain/matching/types.ts'
import { places } from '#app/domain/places/places.server.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import { demandCodes } from '#app/domain/taxonomy/demands.ts'
import type { LicenceCategory } from '#app/domain/taxonomy/licences.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { seeded, shares, zipf, type Random } from '../random.ts'
import { BYTES, livedWeek, toDigits, toMask } from './weeks.ts'

export const TODAY = '2026-03-02'
const SKILLS = 300
const PROFESSIONS = 150
const ORGANISATIONS = 12

/** Ours begin with the largest towns: Piemonte's comuni by how many people they have are not in the table we ship. */
const towns = ['001272', '003106', '006003', '005005', '004078', '002158', '096004', '103072']
const byWeight = [
  ...places.filter(({ code }) => towns.includes(code)),
  ...places.filter(({ code }) => !towns.includes(code)),
]

export const skillCode = (at: number): string => `sk-bench-${at}`
export const professionCode = (at: number): string => `isco-bench-${at}`
export const sectorCode = (at: number): string => sectors[at]?.code ?? ''
export const townAt = (at: number) => byWeight[at] ?? byWeight[0]

export const draw = {
  skill: zipf(SKILLS, 1),
  profession: zipf(PROFESSIONS, 0.8),
  sector: zipf(sectors.length, 0.7),
  town: zipf(byWeight.length, 0.9),
  km: shares([8, 14, 24, 18, 16, 12, 5, 3]),
  cefr: shares([15, 30, 30, 18, 7]),
  level: shares([5, 4, 2]),
}
const KILOMETRES = [3, 5, 10, 15, 20, 30, 40, 60]

/** `TODAY` and so many days. */
export const inDays = (days: number): string =>
  new Date(Date.parse(TODAY) + days * DAY).toISOString().slice(0, 10)

const dayCache = new Map<number, string>()
const day = (days: number): string => {
  const known = dayCache.get(days) ?? inDays(days)
  dayCache.set(days, known)
  return known
}

export const organisationId = (at: number): string =>
  `00000000-0000-4000-8000-${String(2_000 + at).padStart(12, '0')}`

/** Somebody, with her weeks as bytes. */
export type Person = Omit<MatchProfile, 'available' | 'withChildcare'> & {
  available: Uint8Array
  wider: Uint8Array
  town: number
}

function licencesOf(random: Random): LicenceCategory[] {
  if (!random.chance(0.2)) return random.chance(0.03) ? ['A1'] : []
  return random.chance(0.1) ? ['B', 'C'] : ['B']
}

const distinct = (count: number, one: () => number): number[] => {
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(one())
  return [...drawn].sort((a, b) => a - b)
}

function person(random: Random): Person {
  const available = new Uint8Array(BYTES)
  const wider = new Uint8Array(BYTES)
  livedWeek(random, available, wider)
  const town = random.pick(draw.town)
  const licences = licencesOf(random)
  const spoken = (1 + random.pick(draw.cefr)) as CefrLevel
  const skills = distinct(1 + random.int(9), () => random.pick(draw.skill))
  const place = townAt(town)
  return {
    ...{
      candidateId: random.uuid(),
      orgId: organisationId(random.int(ORGANISATIONS)),
      available,
      wider,
      town,
    },
    skills: Object.fromEntries(
      skills.map((at) => [skillCode(at), (1 + random.pick(draw.level)) as SkillLevel]),
    ),
    licences,
    hasVehicle: licences.length > 0 && random.chance(0.6),
    italianSpoken: spoken,
    italianWritten: Math.max(0, spoken - random.int(2)) as CefrLevel,
    area: { lat: place?.lat ?? 0, lng: place?.lng ?? 0 },
    maxKm: KILOMETRES[random.pick(draw.km)] ?? 10,
    mayWorkFrom: random.chance(0.05) ? day(random.int(120)) : day(-random.int(700)),
    permitUntil: random.chance(0.6) ? day(random.int(600)) : null,
    renewalUnderWay: random.chance(0.5),
    freeFrom: random.chance(0.6) ? day(-30) : day(random.int(150)),
    minPayCents: random.chance(0.6) ? 0 : 40_000 + random.int(12) * 5_000,
    aims: openingKinds.filter((kind) => random.chance(kind === 'internship' || kind === 'job' ? 0.9 : 0.7)),
    limits: random.chance(0.25) ? [demandCodes[random.int(demandCodes.length)] ?? 'cold'] : [],
    preferredSectors: distinct(random.int(3), () => random.pick(draw.sector)).map(sectorCode),
    preferredProfessions: random.chance(0.5) ? [professionCode(random.pick(draw.profession))] : [],
    planSkills: random.chance(0.4) ? [skillCode(random.pick(draw.skill))] : [],
    waitingSince: day(-Math.floor(random.next() * random.next() * 900)),
    exclusions: random.chance(0.03)
      ? [{ kind: 'town', value: townAt(random.pick(draw.town))?.code ?? '' }]
      : [],
  }
}

/** The same people for the same number, one after the other: a million at once would not fit in memory. */
export function* people(size: number): Generator<Person> {
  const random = seeded(42)
  for (let at = 0; at < size; at++) yield person(random)
}

/** Somebody as the pure rules read her. */
export const toProfile = ({ available, wider, ...facts }: Person): MatchProfile => ({
  ...facts,
  available: toMask(available),
  withChildcare: toMask(wider),
})

export { toDigits }

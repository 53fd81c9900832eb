import { slotsOf } from '#app/domain/matching/slots.ts'
import { toBits } from '#app/domain/matching/week.ts'
import type { OpeningKind } from '#app/domain/matching/types.ts'
import type { Demand } from '#app/domain/taxonomy/demands.ts'
import { sectors, type SectorCode } from '#app/domain/taxonomy/sectors.ts'
import type { Place } from '#app/domain/places/places.server.ts'
import type { profiles } from '#db/schema/candidates.ts'
import type { Background } from './backgrounds.ts'
import { freeWeekOf } from './life-patterns.ts'
import type { Past } from './past.ts'
import type { Random } from './random.ts'
import type { Trade } from './trade.ts'
import { commonSkills } from './trades.ts'

export type ProfileFacts = Omit<
  typeof profiles.$inferInsert,
  'orgId' | 'candidateId' | 'matchable' | 'waitingSince' | 'updatedAt'
>

/** What the engine may know of somebody of this trade who lives so, in this town. */
export function profileFacts(
  { background, trade, town, drives }: { background: Background; trade: Trade; town: Place; drives: boolean },
  past: Past,
  random: Random,
): ProfileFacts {
  const week = freeWeekOf(background, random)
  const skills = skillsOf(trade, random)
  const italianSpoken = random.weighted([
    [1, 14],
    [2, 40],
    [3, 34],
    [4, 12],
  ])
  const hasVehicle = drives && random.chance(0.45)
  return {
    available: toBits(week.available),
    withChildcare: toBits(week.withChildcare),
    slots: slotsOf(week.available),
    skillCodes: [...skills.keys()],
    skillLevels: [...skills.values()],
    professionCode: trade.profession,
    licences: drives ? ['B'] : [],
    hasVehicle,
    italianSpoken,
    italianWritten: Math.max(0, italianSpoken - random.int(0, 1)),
    ...{ placeCode: town.code, province: town.province, lat: town.lat, lng: town.lng },
    maxKm: hasVehicle ? 45 : town.province === 'TO' ? random.int(12, 22) : random.int(18, 34),
    ...permitOf(past, random),
    freeFrom: random.chance(0.8) ? past.ago(random.int(1, 90)) : past.ago(-random.int(7, 45)),
    minPayCents: 100 * leastPay(background, random),
    aims: aimsOf(random),
    limits: limitsOf(background, random),
    preferredSectors: preferredOf(trade, random),
    preferredProfessions: random.chance(0.5) ? [trade.profession] : [],
    planSkills: random.some(trade.plan, random.int(1, 2)),
  }
}

/** Level of each skill held. */
function skillsOf({ sure, likely }: Trade, random: Random): Map<string, number> {
  const levels = new Map<string, number>()
  const learn = (code: string, choices: readonly (readonly [number, number])[]) => {
    if (!levels.has(code)) levels.set(code, random.weighted(choices))
  }
  for (const code of sure) {
    learn(code, [
      [1, 25],
      [2, 55],
      [3, 20],
    ])
  }
  const halfKnown = [
    [1, 55],
    [2, 45],
  ] as const
  for (const code of likely) if (random.chance(0.5)) learn(code, halfKnown)
  for (const [code, ofTen] of commonSkills) if (random.chance(ofTen / 10)) learn(code, halfKnown)
  return levels
}

/** Everybody here may work already; what differs is how long the permit lasts. */
function permitOf(past: Past, random: Random) {
  const mayWorkFrom = past.ago(random.int(400, 1500))
  const [permitUntil, renewalUnderWay] = random.weighted<[string | null, boolean]>([
    [[null, false], 15],
    [[past.ago(-random.int(400, 1500)), false], 60],
    [[past.ago(-random.int(90, 300)), false], 18],
    [[past.ago(random.int(-20, 20)), true], 7],
  ])
  return { mayWorkFrom, permitUntil, renewalUnderWay }
}

/** Euro a month below which she can't say yes: who lives in a house of the network can on less. */
function leastPay({ singleMother }: Background, random: Random): number {
  if (singleMother) {
    return random.weighted([
      [500, 30],
      [600, 35],
      [750, 20],
      [900, 15],
    ])
  }
  return random.weighted([
    [0, 35],
    [400, 15],
    [500, 20],
    [600, 20],
    [800, 10],
  ])
}

const aimsOf = (random: Random): OpeningKind[] =>
  random.weighted<OpeningKind[]>([
    [['internship', 'job'], 38],
    [['training', 'trial', 'internship', 'job'], 22],
    [['trial', 'internship', 'job'], 14],
    [['training', 'trial', 'internship'], 10],
    [['job'], 12],
    [['training', 'trial'], 4],
  ])

function limitsOf({ pregnant, disability }: Background, random: Random): Demand[] {
  if (pregnant) return ['heavy_lifting', 'night_work', 'heights', 'standing']
  if (disability === 'physical') return ['heavy_lifting', 'standing']
  if (disability === 'psychological') return ['night_work', 'working_alone']
  const one: readonly Demand[] = ['heavy_lifting', 'cold', 'dust', 'night_work', 'heights']
  return random.chance(0.2) ? [random.pick(one)] : []
}

/** Most want what they know; one in three would rather try what people like her are seldom asked about. */
function preferredOf(trade: Trade, random: Random): SectorCode[] {
  const seldomAsked: readonly SectorCode[] = [
    'wood-furniture',
    'electronics',
    'metal',
    'environment',
    'office-it',
  ]
  const wanted = random.chance(0.8) ? [...trade.sectors] : []
  if (random.chance(0.35)) wanted.push(random.pick(seldomAsked))
  return sectors.map(({ code }) => code).filter((code) => wanted.includes(code))
}

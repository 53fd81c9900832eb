import { openingKinds, type MatchOpening, type SkillLevel } from '#app/domain/matching/types.ts'
import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import { demandCodes } from '#app/domain/taxonomy/demands.ts'
import { seeded, shares, type Random } from '../random.ts'
import { draw, inDays, professionCode, sectorCode, skillCode, townAt } from './population.ts'
import { askedWeek } from './weeks.ts'

const asked = shares([10, 40, 35, 13, 2])
const kinds = shares([5, 5, 40, 50])

function vacancy(random: Random): MatchOpening {
  const place = townAt(random.pick(draw.town))
  const skills = new Map<string, SkillLevel>()
  while (skills.size < 3 + random.int(3))
    skills.set(skillCode(random.pick(draw.skill)), (1 + random.pick(draw.level)) as SkillLevel)
  const [first, ...rest] = [...skills].map(([code, level]) => ({ code, level }))
  const required = first && random.chance(0.3) ? [{ ...first, level: 1 as const }] : []
  const desired = required.length > 0 ? rest : first ? [first, ...rest] : rest
  const spoken = random.pick(asked) as CefrLevel
  const startFrom = random.int(60)
  return {
    openingId: random.uuid(),
    companyId: random.uuid(),
    companyVatId: null,
    companyPeople: [],
    kind: openingKinds[random.pick(kinds)] ?? 'job',
    sector: sectorCode(random.pick(draw.sector)),
    professionCode: professionCode(random.pick(draw.profession)),
    shiftOptions: [{ type: 'fixed', mask: askedWeek(random) }],
    childcareProvided: random.chance(0.15),
    requiredSkills: required,
    desiredSkills: desired.map((skill) => ({ ...skill, weight: random.chance(0.4) ? 3 : 1 })),
    teaches: random.chance(0.3) ? [skillCode(random.pick(draw.skill))] : [],
    licences: random.chance(0.2) ? ['B'] : [],
    needsVehicle: random.chance(0.1),
    italianSpoken: spoken,
    italianWritten: Math.max(0, spoken - 1) as CefrLevel,
    place: { townCode: place?.code ?? '', lat: place?.lat ?? 0, lng: place?.lng ?? 0 },
    transportProvided: random.chance(0.05),
    lodgingProvided: random.chance(0.02),
    startFrom: inDays(startFrom),
    startLatest: inDays(startFrom + 10 + random.int(60)),
    payMonthlyCents: 60_000 + random.int(15) * 5_000,
    demands: random.chance(0.3) ? [demandCodes[random.int(demandCodes.length)] ?? 'cold'] : [],
  }
}

/** The openings of every run, whatever the size. */
export function vacancies(count = 500): MatchOpening[] {
  const random = seeded(99)
  return Array.from({ length: count }, () => vacancy(random))
}

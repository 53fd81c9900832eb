import { system } from '#app/domain/shared/actor.ts'
import type { CandidateId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import type { MatchProfile } from '#app/domain/matching/types.ts'
import { toBits } from '#app/domain/matching/week.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidateExclusions, candidates, profiles } from '#db/schema/candidates.ts'
import { next } from './sequence.ts'

const NOTHING = Buffer.alloc(0)
const BATCH = 500

const candidateRow = (profile: MatchProfile, code: string): typeof candidates.$inferInsert => ({
  orgId: profile.orgId as OrganisationId,
  id: profile.candidateId as CandidateId,
  code,
  caseManagerId: newId<UserId>(),
  firstName: NOTHING,
  lastName: NOTHING,
  lastNameIndex: '',
  takenOnAt: now(),
  createdAt: now(),
})

export const profileRow = (profile: MatchProfile, matchable = true): typeof profiles.$inferInsert => ({
  orgId: profile.orgId as OrganisationId,
  candidateId: profile.candidateId as CandidateId,
  matchable,
  available: toBits(profile.available),
  withChildcare: toBits(profile.withChildcare),
  skillCodes: Object.keys(profile.skills),
  skillLevels: Object.values(profile.skills),
  professionCode: 'isco-9412-kitchen-helper',
  licences: [...profile.licences],
  hasVehicle: profile.hasVehicle,
  italianSpoken: profile.italianSpoken,
  italianWritten: profile.italianWritten,
  placeCode: '001272',
  province: 'TO',
  lat: profile.area.lat,
  lng: profile.area.lng,
  maxKm: profile.maxKm,
  mayWorkFrom: profile.mayWorkFrom,
  permitUntil: profile.permitUntil,
  renewalUnderWay: profile.renewalUnderWay,
  freeFrom: profile.freeFrom,
  minPayCents: profile.minPayCents,
  aims: [...profile.aims],
  limits: [...profile.limits],
  preferredSectors: [...profile.preferredSectors],
  preferredProfessions: [...profile.preferredProfessions],
  planSkills: [...profile.planSkills],
  waitingSince: profile.waitingSince,
  updatedAt: now(),
})

const exclusionRows = (profile: MatchProfile): (typeof candidateExclusions.$inferInsert)[] =>
  [...new Map(profile.exclusions.map((each) => [`${each.kind} ${each.value}`, each])).values()].map(
    (each) => ({
      orgId: profile.orgId as OrganisationId,
      candidateId: profile.candidateId as CandidateId,
      createdAt: now(),
      ...each,
    }),
  )

const batches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, at) => rows.slice(at * BATCH, (at + 1) * BATCH))

/** Puts people known only by their profiles into the database, without names. Returns each one's code by id. */
export async function aPopulation(
  people: readonly MatchProfile[],
  matchable = true,
): Promise<Map<string, string>> {
  const codes = new Map(people.map(({ candidateId }) => [candidateId, `FAGGIO-${next()}`]))
  await withActor(system('test'), async (tx) => {
    for (const part of batches(people)) {
      await tx
        .insert(candidates)
        .values(part.map((one) => candidateRow(one, codes.get(one.candidateId) ?? '')))
      await tx.insert(profiles).values(part.map((one) => profileRow(one, matchable)))
      const avoided = part.flatMap(exclusionRows)
      if (avoided.length > 0) await tx.insert(candidateExclusions).values(avoided)
    }
  })
  return codes
}

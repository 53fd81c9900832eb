import { and, eq, inArray } from 'drizzle-orm'
import { candidateExclusions, profiles } from '#db/schema/candidates.ts'
import type { Exclusion, MatchProfile, OpeningKind, SkillLevel } from '../matching/types.ts'
import { fromBits } from '../matching/week.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CefrLevel } from '../taxonomy/cefr.ts'
import type { Demand } from '../taxonomy/demands.ts'
import type { LicenceCategory } from '../taxonomy/licences.ts'

export type ProfileRow = typeof profiles.$inferSelect

/** The facts of a person that a match reads, from her rows. */
export function toMatchProfile(row: ProfileRow, exclusions: readonly Exclusion[]): MatchProfile {
  return {
    candidateId: row.candidateId,
    orgId: row.orgId,
    available: fromBits(row.available),
    withChildcare: fromBits(row.withChildcare),
    skills: Object.fromEntries(row.skillCodes.map((code, at) => [code, row.skillLevels[at] as SkillLevel])),
    licences: row.licences as LicenceCategory[],
    hasVehicle: row.hasVehicle,
    italianSpoken: row.italianSpoken as CefrLevel,
    italianWritten: row.italianWritten as CefrLevel,
    area: { lat: row.lat, lng: row.lng },
    maxKm: row.maxKm,
    mayWorkFrom: row.mayWorkFrom,
    permitUntil: row.permitUntil,
    renewalUnderWay: row.renewalUnderWay,
    freeFrom: row.freeFrom,
    minPayCents: row.minPayCents,
    aims: row.aims as OpeningKind[],
    limits: row.limits as Demand[],
    preferredSectors: row.preferredSectors,
    preferredProfessions: row.preferredProfessions,
    planSkills: row.planSkills,
    waitingSince: row.waitingSince,
    exclusions,
  }
}

/** People of one organisation who are in the engine, as a match reads them, by id; others are left out. */
export async function loadMatchProfiles(
  tx: Tx,
  orgId: OrganisationId,
  ids: readonly CandidateId[],
): Promise<Map<CandidateId, MatchProfile>> {
  if (ids.length === 0) return new Map()
  const wanted = [...ids]
  const rows = await tx
    .select()
    .from(profiles)
    .where(
      and(eq(profiles.orgId, orgId), eq(profiles.matchable, true), inArray(profiles.candidateId, wanted)),
    )
  const avoided = await tx
    .select({
      candidateId: candidateExclusions.candidateId,
      kind: candidateExclusions.kind,
      value: candidateExclusions.value,
    })
    .from(candidateExclusions)
    .where(and(eq(candidateExclusions.orgId, orgId), inArray(candidateExclusions.candidateId, wanted)))
  const exclusionsBy = new Map<CandidateId, Exclusion[]>()
  for (const { candidateId, kind, value } of avoided) {
    exclusionsBy.set(candidateId, [...(exclusionsBy.get(candidateId) ?? []), { kind, value }])
  }
  return new Map(
    rows.map((row) => [row.candidateId, toMatchProfile(row, exclusionsBy.get(row.candidateId) ?? [])]),
  )
}

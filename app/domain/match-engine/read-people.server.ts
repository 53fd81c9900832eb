import { and, eq, inArray, sql } from 'drizzle-orm'
import { candidateExclusions, candidates, profiles } from '#db/schema/candidates.ts'
import { toMatchProfile } from '../candidates/to-match-profile.server.ts'
import type { Exclusion, MatchProfile } from '../matching/types.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Somebody in the engine with her code, as a match reads her. */
export type Known = { code: string; profile: MatchProfile }

/**
 * People in the engine by id, with their codes, in one statement whatever their number. Others are left out; so is
 * everybody whom row security hides.
 * @param orgId whose people; null for all, which only our own processes may read.
 */
export async function readPeople(
  tx: Tx,
  orgId: OrganisationId | null,
  ids: readonly CandidateId[],
): Promise<Map<CandidateId, Known>> {
  if (ids.length === 0) return new Map()
  const avoided = sql<
    Exclusion[] | null
  >`(select json_agg(json_build_object('kind', e.kind, 'value', e.value))
    from ${candidateExclusions} e where e.org_id = ${profiles.orgId} and e.candidate_id = ${profiles.candidateId})`
  const rows = await tx
    .select({ profile: profiles, code: candidates.code, avoided })
    .from(profiles)
    .innerJoin(candidates, and(eq(candidates.orgId, profiles.orgId), eq(candidates.id, profiles.candidateId)))
    .where(
      and(
        orgId === null ? undefined : eq(profiles.orgId, orgId),
        eq(profiles.matchable, true),
        inArray(profiles.candidateId, [...ids]),
      ),
    )
  return new Map(
    rows.map(({ profile, code, avoided: exclusions }) => [
      profile.candidateId,
      { code, profile: toMatchProfile(profile, exclusions ?? []) },
    ]),
  )
}

import { and, eq, sql } from 'drizzle-orm'
import { candidates, consents, profiles } from '#db/schema/candidates.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { commuteKm } from '../matching/constraints/commute.ts'
import type { MatchOpening } from '../matching/types.ts'
import { userIdOf } from '../shared/actor.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Standing } from './standing.ts'
import { isWhyNot } from './why-not.ts'

type Skills = { skillCodes: string[]; skillLevels: number[] }

function hasAllDesired({ desiredSkills }: MatchOpening, { skillCodes, skillLevels }: Skills): boolean {
  const held = new Map(skillCodes.map((code, at) => [code, skillLevels[at] ?? 0]))
  return desiredSkills.length > 0 && desiredSkills.every(({ code, level }) => (held.get(code) ?? 0) >= level)
}

/** Her newest answer when asked about this opening. */
const said = (openingId: OpeningId) => sql<string | null>`(select ${consents.decision} from ${consents}
  where ${consents.orgId} = ${profiles.orgId} and ${consents.candidateId} = ${profiles.candidateId}
    and ${consents.purpose} = 'opening' and ${consents.subjectId} = ${openingId}
  order by ${consents.at} desc, ${consents.id} desc limit 1)`

const wasProposed = (openingId: OpeningId) => sql<boolean>`exists (select from ${proposals}
  where ${proposals.orgId} = ${profiles.orgId} and ${proposals.candidateId} = ${profiles.candidateId}
    and ${proposals.openingId} = ${openingId})`

/**
 * What an organisation knows of its own people about one opening, in the order of `ids` and in one statement however many
 * they are. Others' people are left out.
 * @throws DomainError not_found for another organisation.
 */
export async function readStandings(
  tx: Tx,
  orgId: OrganisationId,
  opening: MatchOpening,
  ids: readonly CandidateId[],
): Promise<Standing[]> {
  authorise(tx, 'candidate.read', { orgId })
  if (ids.length === 0) return []
  const openingId = opening.openingId as OpeningId
  const rows = await tx
    .select({
      candidateId: profiles.candidateId,
      caseManagerId: candidates.caseManagerId,
      ...{ seenAt: matchReviews.seenAt, whyNot: matchReviews.whyNot, setAsideOn: matchReviews.setAsideAt },
      ...{ proposed: wasProposed(openingId), answer: said(openingId) },
      ...{ waitingSince: profiles.waitingSince, lat: profiles.lat, lng: profiles.lng },
      ...{ skillCodes: profiles.skillCodes, skillLevels: profiles.skillLevels },
    })
    .from(profiles)
    .innerJoin(candidates, and(eq(candidates.orgId, profiles.orgId), eq(candidates.id, profiles.candidateId)))
    .leftJoin(
      matchReviews,
      and(
        eq(matchReviews.orgId, profiles.orgId),
        eq(matchReviews.openingId, openingId),
        eq(matchReviews.candidateId, profiles.candidateId),
      ),
    )
    .where(
      and(eq(profiles.orgId, orgId), sql`${profiles.candidateId} = any(${`{${ids.join(',')}}`}::uuid[])`),
    )
  const me = userIdOf(tx.actor)
  const byId = new Map(
    rows.map(
      ({ candidateId, caseManagerId, seenAt, whyNot, answer, lat, lng, ...row }): [string, Standing] => [
        candidateId,
        {
          ...{ candidateId, mine: caseManagerId === me, seen: seenAt !== null, proposed: row.proposed },
          refused: answer !== null && answer !== 'given',
          whyNot: isWhyNot(whyNot) ? whyNot : null,
          ...{ setAsideOn: row.setAsideOn, waitingSince: row.waitingSince },
          km: commuteKm(opening, { area: { lat, lng } }),
          allDesired: hasAllDesired(opening, row),
        },
      ],
    ),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

import { sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { localDate } from '../calendar/rome.ts'
import { loadMatchOpenings } from '../openings/to-match-opening.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { ADMITTED, judgedPeople } from './postgres-sql/judged-people.server.ts'

export type AdmittedPerson = { candidateId: CandidateId; caseManagerId: UserId }

/**
 * Whom an opening admits, by organisation: for our own process, which tells each organisation of its own people when
 * another one asks for help. Empty for an opening that can't be matched yet.
 * @throws DomainError forbidden for anybody else.
 */
export async function admittedOrganisations(
  tx: Tx,
  openingId: OpeningId,
): Promise<Map<OrganisationId, AdmittedPerson[]>> {
  if (tx.actor.kind !== 'system') throw new DomainError('forbidden', 'forbidden')
  const [opening] = await loadMatchOpenings(tx, [openingId])
  if (!opening) return new Map()
  const rows = await tx.execute<{ org: OrganisationId; person: CandidateId; manager: UserId }>(sql`
    with judged as (${judgedPeople(opening, localDate(now()))})
    select judged.org_id as org, judged.candidate_id as person, ${candidates.caseManagerId} as manager
    from judged join ${candidates} on ${candidates.orgId} = judged.org_id and ${candidates.id} = judged.candidate_id
    where judged.blocked = ${ADMITTED} order by 1, 2`)
  const people = new Map<OrganisationId, AdmittedPerson[]>()
  for (const { org, person, manager } of rows) {
    people.set(org, [...(people.get(org) ?? []), { candidateId: person, caseManagerId: manager }])
  }
  return people
}

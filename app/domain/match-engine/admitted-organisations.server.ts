import { inArray } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { localDate } from '../calendar/rome.ts'
import { loadMatchOpenings } from '../openings/to-match-opening.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { compileOpening, dayNumber } from './compile/compile-opening.ts'
import { pointTables } from './compile/point-tables.ts'
import { MOST_RANKED } from './engine.ts'
import { forMatching } from './load-dictionaries.server.ts'
import { admittedRows } from './postgres-sql/admitted.server.ts'

export type AdmittedPerson = { candidateId: CandidateId; caseManagerId: UserId }

/**
 * Whom an opening admits, by organisation: for our own process, which tells each organisation of its own people when
 * another one asks for help. Of more than `MOST_RANKED` the best; empty for an opening that can't be matched yet.
 * @throws DomainError forbidden for anybody else.
 */
export async function admittedOrganisations(
  tx: Tx,
  openingId: OpeningId,
): Promise<Map<OrganisationId, AdmittedPerson[]>> {
  if (tx.actor.kind !== 'system') throw new DomainError('forbidden', 'forbidden')
  const [opening] = await loadMatchOpenings(tx, [openingId])
  if (!opening) return new Map()
  const today = localDate(now())
  const rows = await forMatching(tx, (dictionaries) => {
    const compiled = compileOpening(opening, dictionaries, today)
    const tables = pointTables(compiled, dictionaries)
    return admittedRows(tx, compiled, tables, dayNumber(today), {}, MOST_RANKED)
  })
  const managers = await tx
    .select({ orgId: candidates.orgId, candidateId: candidates.id, caseManagerId: candidates.caseManagerId })
    .from(candidates)
    .where(
      inArray(
        candidates.id,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(candidates.orgId, candidates.id)
  const people = new Map<OrganisationId, AdmittedPerson[]>()
  for (const { orgId, ...person } of managers) people.set(orgId, [...(people.get(orgId) ?? []), person])
  return people
}

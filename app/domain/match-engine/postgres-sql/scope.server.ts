import { sql, type SQL } from 'drizzle-orm'
import { candidateExclusions } from '#db/schema/candidates.ts'
import type { MatchOpening } from '../../matching/types.ts'
import type { CandidateId, OrganisationId } from '../../shared/ids.ts'
import { uuids } from './lists.server.ts'

/** Which rows a scan looks at: those of one organisation, or those that a search engine has picked; else all. */
export type Scope = { orgId?: OrganisationId | undefined; among?: readonly CandidateId[] | undefined }

/** The conditions of a scope. */
export const inScope = ({ orgId, among }: Scope): (SQL | null)[] => [
  orgId === undefined ? null : sql`p.org_id = ${orgId}::uuid`,
  among === undefined ? null : sql`p.candidate_id = any(${uuids(among)})`,
]

/**
 * Holds where she need not avoid the company, its VAT id, one of its people or the town: asked last, of the few rows that are left. The
 * people who must are read once and kept as a hash table.
 */
export function notExcluded(opening: MatchOpening): SQL {
  const { kind, value } = candidateExclusions
  const here = [
    sql`(${kind} = 'company' and ${value} = ${opening.companyId})`,
    ...(opening.companyVatId === null ? [] : [sql`(${kind} = 'vat' and ${value} = ${opening.companyVatId})`]),
    sql`(${kind} = 'town' and ${value} = ${opening.place.townCode})`,
    ...opening.companyPeople.map((name) => sql`(${kind} = 'person' and app.is_name_of(${value}, ${name}))`),
  ]
  return sql`p.candidate_id not in (select ${candidateExclusions.candidateId} from ${candidateExclusions}
    where ${sql.join(here, sql` or `)})`
}

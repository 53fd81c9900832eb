import { inArray } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import type { ShownExclusion } from '../candidates/read-candidate.server.ts'
import type { Exclusion } from '../matching/types.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What somebody avoids; a company by its name, a person by the one that was typed. */
export type Avoided = Exclusion & { name: string | null }

/** The same exclusions, each company and person with the name that people know them by. */
export async function avoidedBy(tx: Tx, exclusions: readonly ShownExclusion[]): Promise<Avoided[]> {
  const ids = exclusions.flatMap(({ kind, value }) => (kind === 'company' ? [value as CompanyId] : []))
  const rows = await tx
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(inArray(companies.id, ids))
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]))
  return exclusions.map(({ kind, value, shown }) => ({
    kind,
    value,
    name: shown ?? names.get(value) ?? null,
  }))
}

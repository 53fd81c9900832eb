import { and, asc, isNull, ne, sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { named } from './named.server.ts'

const MOST = 10

/** Companies by a piece of their name or their partita IVA, but for `except`: to choose one. An empty search finds none. */
export async function findCompanies(tx: Tx, search: string, except: CompanyId | null = null) {
  actingStaff(tx, 'company.relate')
  const wanted = named(search)
  if (!wanted) return []
  const { id, name, vatId, placeCode } = companies
  return tx
    .select({ id, name, vatId, placeCode })
    .from(companies)
    .where(and(wanted, except ? ne(companies.id, except) : undefined, isNull(companies.mergedInto)))
    .orderBy(asc(sql`lower(${companies.name})`), asc(companies.id))
    .limit(MOST)
}

import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The organisations and the persons that lead at least one company, by name: what a filter offers. */
export async function leadChoices(tx: Tx) {
  actingStaff(tx, 'company.relate')
  const leads = (column: typeof companies.leadOrgId | typeof companies.leadUserId) =>
    sql`(select ${column} from ${companies} where ${isNotNull(column)})`
  const orgs = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(sql`${organisations.id} in ${leads(companies.leadOrgId)}`)
    .orderBy(asc(sql`lower(${organisations.name})`))
  const persons = await tx
    .select({ id: users.id, name: users.name, org: organisations.name })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.orgId))
    .where(sql`${users.id} in ${leads(companies.leadUserId)}`)
    .orderBy(asc(sql`lower(${users.name})`))
  return { orgs, persons }
}

import { asc, isNull } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The network's companies by name, to say which one a person avoids. */
export async function companyChoices(
  tx: Tx,
  orgId: OrganisationId,
): Promise<{ companyId: string; name: string; placeCode: string }[]> {
  authorise(tx, 'candidate.write', { orgId })
  return tx
    .select({ companyId: companies.id, name: companies.name, placeCode: companies.placeCode })
    .from(companies)
    .where(isNull(companies.mergedInto))
    .orderBy(asc(companies.name), asc(companies.id))
}

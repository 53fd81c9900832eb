import { eq } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import type { CompanyId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The ids of everything a company has posted or begun to, in their order. */
export async function openingsOfCompany(tx: Tx, companyId: CompanyId): Promise<OpeningId[]> {
  const rows = await tx
    .select({ id: openings.id })
    .from(openings)
    .where(eq(openings.companyId, companyId))
    .orderBy(openings.id)
  return rows.map(({ id }) => id)
}

import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What a story says of its company, copied into it: the public reads stories and never a company's row. */
export async function companyShown(tx: Tx, companyId: CompanyId) {
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
  if (!company) notFound()
  const { name, sector, sizeBand, placeCode, verification, doNotContact } = company
  return {
    shown: { companyName: name, sector, sizeBand, placeCode },
    verified: verification === 'verified',
    doNotContact,
  }
}

import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { readVatId } from './vat-id.server.ts'

/** The company of a partita IVA, as somebody typed it, where the network knows one. */
export async function knownByVatId(tx: Tx, typed: unknown) {
  actingStaff(tx, 'company.relate')
  const vatId = typeof typed === 'string' ? readVatId(typed) : null
  if (!vatId) return null
  const { id, name } = companies
  const [known] = await tx.select({ id, name }).from(companies).where(eq(companies.vatId, vatId))
  return known ?? null
}

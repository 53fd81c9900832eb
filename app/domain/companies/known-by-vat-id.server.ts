import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { survivorOf } from './survivor.server.ts'
import { readVatId } from './vat-id.server.ts'

/** The company of a partita IVA, as somebody typed it, where the network knows one. */
export async function knownByVatId(tx: Tx, typed: unknown) {
  actingStaff(tx, 'company.relate')
  const vatId = typeof typed === 'string' ? readVatId(typed) : null
  if (!vatId) return null
  const { id, name } = companies
  const [numbered] = await tx.select({ id }).from(companies).where(eq(companies.vatId, vatId))
  if (!numbered) return null
  const [known] = await tx
    .select({ id, name })
    .from(companies)
    .where(eq(id, await survivorOf(tx, numbered.id)))
  return known ?? null
}

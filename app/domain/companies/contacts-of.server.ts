import { asc, desc, eq, sql } from 'drizzle-orm'
import { contacts } from '#db/schema/companies.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Everybody known at a company: those still there first, by name. */
export async function contactsOf(tx: Tx, companyId: CompanyId) {
  const { id, name, email, phone, role, locale, unsubscribedAt, active, version } = contacts
  return tx
    .select({ id, name, email, phone, role, locale, unsubscribedAt, active, version })
    .from(contacts)
    .where(eq(contacts.companyId, companyId))
    .orderBy(desc(contacts.active), asc(sql`lower(${contacts.name})`))
}

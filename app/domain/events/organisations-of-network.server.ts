import { asc, eq, sql } from 'drizzle-orm'
import { organisations } from '#db/schema/accounts.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The organisations of the network by name: whom an event may invite. */
export async function organisationsOfNetwork(tx: Tx) {
  actingStaff(tx, 'event.read')
  return tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.active, true))
    .orderBy(asc(sql`lower(${organisations.name})`))
}

import { asc, eq } from 'drizzle-orm'
import { organisations } from '#db/schema/accounts.ts'
import { authorise } from '../access/authorise.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The organisations whose people somebody may ask for. */
export function organisationChoices(tx: Tx): Promise<{ id: string; name: string }[]> {
  authorise(tx, 'glass.ask')
  return tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.active, true))
    .orderBy(asc(organisations.name))
}

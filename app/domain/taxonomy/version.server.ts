import { newId, now } from '#app/platform/clock.server.ts'
import { taxonomyState } from '#db/schema/taxonomy.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Says that the tables have changed: every process that remembers them reads them again. */
export async function newVersion(tx: Tx): Promise<void> {
  const changed = { version: newId(), changedAt: now() }
  await tx
    .insert(taxonomyState)
    .values({ name: 'vocabulary', ...changed })
    .onConflictDoUpdate({ target: taxonomyState.name, set: changed })
}

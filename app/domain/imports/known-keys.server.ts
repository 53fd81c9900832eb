import { inArray } from 'drizzle-orm'
import { interactions } from '#db/schema/companies.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Which rows of a file are contacts already. */
export async function knownKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx
    .select({ key: interactions.importKey })
    .from(interactions)
    .where(inArray(interactions.importKey, [...keys]))
  return new Set(rows.flatMap(({ key }) => key ?? []))
}

import { and, asc, eq, sql } from 'drizzle-orm'
import { candidateKeys, candidates } from '#db/schema/candidates.ts'
import { openPersonKey } from '../candidates/person-key.server.ts'
import { surnameIndex } from '../candidates/surname-index.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { changeEach, ROTATED_AT_ONCE, type Place, type RotatedPage } from './rotated-page.ts'

/**
 * Computes the blind index of the next surnames with today's application secret. An index does not say which secret made it,
 * so each is computed and compared.
 */
export async function reindexSurnames(tx: Tx, after: Place | null): Promise<RotatedPage> {
  const hers = and(eq(candidateKeys.orgId, candidates.orgId), eq(candidateKeys.candidateId, candidates.id))
  const rows = await tx
    .select({
      orgId: candidates.orgId,
      id: candidates.id,
      lastName: candidates.lastName,
      index: candidates.lastNameIndex,
      wrappedKey: candidateKeys.wrappedKey,
    })
    .from(candidates)
    .innerJoin(candidateKeys, hers)
    .where(
      after
        ? sql`(${candidates.orgId}, ${candidates.id}) > (${after.orgId}::uuid, ${after.id}::uuid)`
        : undefined,
    )
    .orderBy(asc(candidates.orgId), asc(candidates.id))
    .limit(ROTATED_AT_ONCE)
  return changeEach(rows, ({ orgId, id, lastName, index, wrappedKey }) => {
    const key = openPersonKey(wrappedKey, { orgId, candidateId: id })
    const again = surnameIndex(key.open('last_name', lastName))
    if (again === index) return null
    // Who was given another name meanwhile keeps the index of that one.
    const unchanged = and(
      ...[eq(candidates.orgId, orgId), eq(candidates.id, id), eq(candidates.lastNameIndex, index)],
    )
    return () => tx.update(candidates).set({ lastNameIndex: again }).where(unchanged)
  })
}

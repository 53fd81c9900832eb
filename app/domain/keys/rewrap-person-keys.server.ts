import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { masterKeys, rewrapKey } from '#app/platform/crypto.server.ts'
import { markOf } from '#app/platform/key-ring.server.ts'
import { candidateKeys } from '#db/schema/candidates.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { changeEach, ROTATED_AT_ONCE, type Place, type RotatedPage } from './rotated-page.ts'

type Row = { orgId: OrganisationId; id: CandidateId; wrappedKey: Buffer }

/** Wraps the next keys of persons that another master key than today's wraps; what they seal stays as it is. */
export async function rewrapPersonKeys(tx: Tx, after: Place | null): Promise<RotatedPage> {
  const mark = markOf(masterKeys())
  const begins = sql<Buffer>`substring(${candidateKeys.wrappedKey} from 1 for ${mark.length})`
  const rows: Row[] = await tx
    .select({
      orgId: candidateKeys.orgId,
      id: candidateKeys.candidateId,
      wrappedKey: candidateKeys.wrappedKey,
    })
    .from(candidateKeys)
    .where(
      and(
        ne(begins, mark),
        after
          ? sql`(${candidateKeys.orgId}, ${candidateKeys.candidateId}) > (${after.orgId}::uuid, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(candidateKeys.orgId), asc(candidateKeys.candidateId))
    .limit(ROTATED_AT_ONCE)
    .for('update')
  return changeEach(rows, ({ orgId, id, wrappedKey }) => {
    const again = rewrapKey(wrappedKey, id)
    return () =>
      tx
        .update(candidateKeys)
        .set({ wrappedKey: again })
        .where(and(eq(candidateKeys.orgId, orgId), eq(candidateKeys.candidateId, id)))
  })
}

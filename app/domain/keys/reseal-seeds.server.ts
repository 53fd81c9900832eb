import { and, asc, eq, gt, isNotNull, ne, sql } from 'drizzle-orm'
import { markOf } from '#app/platform/key-ring.server.ts'
import { users } from '#db/schema/accounts.ts'
import { openSeed, sealSeed, seedKeys } from '../accounts/totp.server.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { changeEach, ROTATED_AT_ONCE, type Place, type RotatedPage } from './rotated-page.ts'

/** Seals the next seeds of one-time codes that another application secret than today's sealed. */
export async function resealSeeds(tx: Tx, after: Place | null): Promise<RotatedPage> {
  const mark = markOf(seedKeys())
  const begins = sql<Buffer>`substring(${users.totpSecret} from 1 for ${mark.length})`
  const from = after ? gt(users.id, after.id as UserId) : undefined
  const found = await tx
    .select({ id: users.id, totpSecret: users.totpSecret })
    .from(users)
    .where(and(isNotNull(users.totpSecret), ne(begins, mark), from))
    .orderBy(asc(users.id))
    .limit(ROTATED_AT_ONCE)
    .for('update')
  const rows = found.flatMap(({ id, totpSecret }) => (totpSecret ? [{ orgId: '', id, totpSecret }] : []))
  return changeEach(rows, ({ id, totpSecret }) => {
    const again = sealSeed(id, openSeed(id, totpSecret))
    return () => tx.update(users).set({ totpSecret: again }).where(eq(users.id, id))
  })
}

import { and, eq, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { idempotencyKeys } from '#db/schema/operations.ts'
import { userIdOf } from '../shared/actor.ts'
import { DAY } from '../shared/durations.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** For how long a form that is sent again gets its first answer. */
const KEPT = DAY

/** The answer that a form got the first time. */
export type FirstAnswer = { status: number; location: string | null; flash: string | null }

/** Whose key it is, so that nobody replays another's answer. */
function scopeOf({ actor }: Tx): string {
  if (actor.kind === 'link') return `${actor.cardId}:${actor.contactId}`
  return actor.kind === 'candidate' ? actor.visitId : (userIdOf(actor) ?? 'anonymous')
}

/**
 * Claims a form's key in the command's own transaction. A second copy of the form waits here for the first to commit.
 * @returns the first answer, to be replayed, or null when this is the first.
 * @throws DomainError refused when the key comes back with another body.
 */
export async function claimKey(tx: Tx, key: string, bodyHash: string): Promise<FirstAnswer | null> {
  const scope = scopeOf(tx)
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ scope, key, bodyHash, status: 0, at: now() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (claimed.length > 0) return null
  const [first] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)))
  if (first?.bodyHash !== bodyHash) throw new DomainError('refused', 'errors_form_key_reused')
  return first
}

/** Keeps the answer beside its key, in the same transaction. */
export async function keepAnswer(tx: Tx, key: string, answer: FirstAnswer): Promise<void> {
  await tx
    .update(idempotencyKeys)
    .set(answer)
    .where(and(eq(idempotencyKeys.scope, scopeOf(tx)), eq(idempotencyKeys.key, key)))
}

/** Removes the keys whose answers are replayed no longer. */
export async function forgetOldKeys(tx: Tx): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.at, new Date(now().getTime() - KEPT)))
}

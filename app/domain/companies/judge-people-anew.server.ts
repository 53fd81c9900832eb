import { and, eq, inArray } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { withdrawAvoided } from '../cards/avoided-work.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * What rests on who is at a company, when somebody was written down there under a new name: cards of people who must avoid
 * her go in this transaction, and nobody here learns why; whom its openings fit is worked out anew.
 */
export async function judgePeopleAnew(tx: Tx, companyId: CompanyId): Promise<void> {
  await withdrawAvoided(tx, { companyId })
  const live = await tx
    .select({ openingId: openings.id })
    .from(openings)
    .where(and(eq(openings.companyId, companyId), inArray(openings.state, ['open', 'paused'])))
  for (const opening of live) await emit(tx, 'opening.changed', opening)
}

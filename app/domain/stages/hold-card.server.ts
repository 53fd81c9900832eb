import { eq } from 'drizzle-orm'
import { cards } from '#db/schema/proposals.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Has whoever takes a card back wait until the commit, or waits for it: a revoked verification, a new exclusion or a hand
 * that withdraws comes before a stage is begun, which then finds the card gone, or after it, and ends it. Comes after the
 * person, as in every command.
 */
export async function holdCard(tx: Tx, cardId: CardId): Promise<void> {
  await asOurselves(tx, () =>
    tx.select({ id: cards.id }).from(cards).where(eq(cards.id, cardId)).for('share'),
  )
}

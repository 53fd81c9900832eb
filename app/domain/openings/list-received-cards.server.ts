import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { ReceivedCard } from './opening-view.ts'

type Asked = { companyId: CompanyId; states: readonly ReceivedCard['state'][]; page: number; perPage: number }

/** The cards that a company was sent, those to be answered first. Within a week the order is random, as their ids are. */
export async function listReceivedCards(
  tx: Tx,
  { companyId, states, page, perPage }: Asked,
): Promise<{ cards: ReceivedCard[]; total: number }> {
  authorise(tx, 'card.answer', { companyId })
  const wanted = and(eq(cards.companyId, companyId), inArray(cards.state, [...states]))
  const [counted] = await tx.select({ total: count() }).from(cards).where(wanted)
  const rows = await tx
    .select({
      id: cards.id,
      openingTitle: openings.title,
      state: cards.state,
      answer: cards.answer,
      week: cards.week,
    })
    .from(cards)
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(wanted)
    .orderBy(
      sql`array_position(array['sent', 'answered', 'expired', 'withdrawn'], ${cards.state})`,
      desc(cards.week),
      cards.id,
    )
    .limit(perPage)
    .offset((page - 1) * perPage)
  return { cards: rows, total: counted?.total ?? 0 }
}

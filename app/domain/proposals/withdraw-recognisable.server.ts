import { eq } from 'drizzle-orm'
import { cards } from '#db/schema/proposals.ts'
import { liveCards, withdrawLive, type LiveCard } from '../cards/live-cards.server.ts'
import { metByName } from '../cards/standing-stages.server.ts'
import { countAlike, shownBefore } from '../disclosure/count-alike.server.ts'
import { MINIMUM_K } from '../disclosure/hold-back.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CardId, CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Counts again, for each live card of a company, how many active people fit everything that was shown of its person in
 * 24 months, and withdraws it where they have become fewer than k: people leave the network, move, and learn. Whom the
 * company is to meet it knows by name, with her yes: k hides her from nobody there any more. For our own processes, once
 * a day.
 * @returns the cards that were withdrawn.
 */
export async function withdrawRecognisable(tx: Tx, companyId: CompanyId): Promise<CardId[]> {
  const recognisable: LiveCard[] = []
  const met = await metByName(tx, companyId)
  for (const card of await liveCards(tx, eq(cards.companyId, companyId))) {
    if (met.has(card.cardId)) continue
    const { counts } = await countAlike(tx, card, [], await shownBefore(tx, card))
    if ((counts[0] ?? 0) < MINIMUM_K) recognisable.push(card)
  }
  if (recognisable.length > 0) await emit(tx, 'card.too_telling', { companyId })
  return withdrawLive(tx, recognisable)
}

import { and, eq, inArray, lt, or } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { DAY } from '../shared/durations.ts'
import type { CardId, CompanyId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { liveCards } from './live-cards.server.ts'

/** A card that nobody has decided on ends this long after it was sent. */
export const CARD_LIFE = 90 * DAY

/** Waits for a yes or a no: `isUndecided` of app/domain/proposals/states.ts, in SQL. */
const undecided = or(eq(cards.state, 'sent'), and(eq(cards.state, 'answered'), eq(cards.answer, 'talk')))

/**
 * Ends the undecided cards of a company or an opening whose opening is closed or whose time is over: from the commit on
 * the company reads nothing of them. For our own processes. Doing it twice changes nothing.
 */
export async function expireCards(
  tx: Tx,
  of: { companyId: CompanyId } | { openingId: OpeningId },
): Promise<CardId[]> {
  const which = 'openingId' in of ? eq(cards.openingId, of.openingId) : eq(cards.companyId, of.companyId)
  const over = or(eq(openings.state, 'closed'), lt(cards.sentAt, new Date(+now() - CARD_LIFE)))
  const ended = await liveCards(tx, and(which, undecided, over))
  const ids = ended.map(({ cardId }) => cardId)
  if (ids.length === 0) return []
  await tx.update(cards).set({ state: 'expired' }).where(inArray(cards.id, ids))
  for (const { cardId, orgId } of ended) {
    await audit(tx, { action: 'card.expired', subjectType: 'card', subjectId: cardId, orgId })
  }
  return ids
}

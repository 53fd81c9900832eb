import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { cardLink } from '../proposals/card-link.server.ts'
import type { CardId, ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { addresses } from './addresses.server.ts'
import type { Letter, Template } from './letters.ts'
import { stop, type Stop } from './stop.ts'

/** A mail about a card. It says that there is something to read and where; what the card shows is never in it. */
export async function cardLetter(
  tx: Tx,
  template: Template,
  cardId: CardId,
  contactId: ContactId,
): Promise<Letter | Stop> {
  const [row] = await tx
    .select({
      state: cards.state,
      answer: cards.answer,
      openedAt: cards.openedAt,
      contactId: cards.contactId,
      openingTitle: openings.title,
      openingState: openings.state,
    })
    .from(cards)
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(eq(cards.id, cardId))
  if (row?.contactId !== contactId) return stop('no_reason')
  const { openingTitle, state, answer } = row
  const link = addresses.signed(cardLink(cardId, contactId, now()))
  switch (template) {
    case 'card_new':
    case 'proposal_reminder':
    case 'proposal_reminder_last':
      if (state === 'answered') return stop('proposal_answered')
      if (state !== 'sent') return stop('proposal_withdrawn')
      if (row.openingState !== 'open') return stop(`opening_${row.openingState}`)
      if (template !== 'card_new' && row.openedAt) return stop('proposal_opened')
      return { template, facts: { openingTitle, link } }
    case 'card_link_renewed':
      if (state === 'withdrawn' || state === 'expired') return stop('proposal_withdrawn')
      return { template, facts: { openingTitle, link } }
    case 'card_withdrawn':
      return state === 'withdrawn' ? { template, facts: { openingTitle } } : stop('no_reason')
    case 'answer_thanks':
      if (state !== 'answered' || answer === null || answer === 'not_now') return stop('no_reason')
      return { template, facts: { openingTitle, answer } }
    case 'not_now_thanks':
      if (state !== 'answered' || answer !== 'not_now') return stop('no_reason')
      return { template, facts: { openingTitle } }
    default:
      return stop('no_reason')
  }
}

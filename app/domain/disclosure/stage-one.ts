import type { CardId, OpeningId } from '../shared/ids.ts'
import { isKnownAttribute, type CardAttribute } from './card-attributes.ts'

/** Everything that a company learns at stage 1: codes of a closed vocabulary, and its own opening, week and answer. */
export type StageOne = {
  cardId: CardId
  openingId: OpeningId
  openingTitle: string
  openingKind: string
  week: string
  attributes: CardAttribute[]
  state: 'sent' | 'answered' | 'withdrawn' | 'expired'
  answer: 'interested' | 'not_now' | 'talk' | null
  notNowReason: string | null
}

const isOver = ({ state }: Pick<StageOne, 'state'>): boolean => state === 'withdrawn' || state === 'expired'

/** The one way out of stage 1: reads what it shows by name, and nothing of her from a card that is over. */
export const stageOne = (card: StageOne): StageOne => ({
  cardId: card.cardId,
  openingId: card.openingId,
  openingTitle: card.openingTitle,
  openingKind: card.openingKind,
  week: card.week,
  attributes: isOver(card)
    ? []
    : card.attributes.filter(isKnownAttribute).map(({ attribute, value }) => ({ attribute, value })),
  state: card.state,
  answer: card.answer,
  notNowReason: card.notNowReason,
})

import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import type { OwnOpening, ReceivedCard } from '#app/domain/openings/opening-view.ts'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import type { ContactId } from '#app/domain/shared/ids.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { labelOfProfession } from '#app/domain/taxonomy/vocabulary.ts'
import { now } from '#app/platform/clock.server.ts'

/** Openings of a company in the reader's language. */
export const openingLines = (openings: readonly OwnOpening[], locale: LabelLocale) =>
  openings.map((opening) => ({
    ...opening,
    profession: opening.professionCode ? labelOfProfession(opening.professionCode, locale) : null,
    place: opening.placeCode ? placeLabel(opening.placeCode) : null,
  }))

/** Received cards, each with the link by which this contact reads and answers it, while it can be. */
export const cardLines = (cards: readonly ReceivedCard[], contactId: ContactId) =>
  cards.map((card) => ({
    ...card,
    link: card.state === 'sent' || card.state === 'answered' ? cardLink(card.id, contactId, now()) : null,
  }))

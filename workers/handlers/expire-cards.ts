import { expireCards } from '#app/domain/cards/expire-cards.server.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** An opening was closed: no card waits for an answer there any more. */
export const expireCardsOfOpening: Handler<'opening.closed'> = ({ payload }, effect) =>
  effect('cards', (tx) => expireCards(tx, { openingId: payload.openingId as OpeningId }))

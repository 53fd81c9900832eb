import { and, eq, inArray, isNull, lt, notExists } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { cards } from '#db/schema/proposals.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { torinoCalendar } from '../calendar/working-days.server.ts'
import { OPENS_AT } from '../calendar/working-calendar.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { ANSWER_IN_TIME_WORKING_DAYS } from '../trust/event-kinds.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'

const JUDGED = ['proposal_answered_in_time', 'proposal_unanswered'] as const

/** The last reminder leaves on the fifth working day; two more go by before silence counts as one. */
const SILENCE_WORKING_DAYS = 7

const alreadyJudged = (tx: Tx) =>
  tx
    .select({ id: trustEvents.id })
    .from(trustEvents)
    .where(and(eq(trustEvents.causeId, cards.id), inArray(trustEvents.kind, [...JUDGED])))

/** Credits a company that answered a card within five working days, once for each card. */
export async function creditAnswer(tx: Tx, cardId: CardId): Promise<void> {
  const [card] = await tx
    .select()
    .from(cards)
    .where(and(eq(cards.id, cardId), notExists(alreadyJudged(tx))))
  if (!card?.answeredAt) return
  const answeredAt = card.talkedAt ?? card.answeredAt
  const days = torinoCalendar.workingDaysBetween(localDate(card.sentAt), localDate(answeredAt))
  if (days > ANSWER_IN_TIME_WORKING_DAYS) return
  await recordTrustEvent(tx, {
    companyId: card.companyId,
    kind: 'proposal_answered_in_time',
    causeType: 'card',
    causeId: cardId,
    occurredAt: answeredAt,
  })
}

/**
 * Records the silence of companies that left a card without an answer after the last reminder, once for each card. Each
 * company is held before its card is judged, as everywhere: who answers at this moment comes before or after.
 * @returns how many.
 */
export async function recordSilence(tx: Tx): Promise<number> {
  const at = now()
  const day = torinoCalendar.addWorkingDays(localDate(at), -SILENCE_WORKING_DAYS)
  const isSilent = and(
    eq(cards.state, 'sent'),
    isNull(cards.answer),
    lt(cards.sentAt, atLocal(day, OPENS_AT)),
    notExists(alreadyJudged(tx)),
  )
  const silent = await tx
    .select({ id: cards.id, companyId: cards.companyId, sentAt: cards.sentAt })
    .from(cards)
    .where(isSilent)
    .orderBy(cards.companyId, cards.id)
    .limit(500)
  let recorded = 0
  for (const { id, companyId, sentAt } of silent) {
    await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId)).for('update')
    if ((await tx.$count(cards, and(eq(cards.id, id), isSilent))) === 0) continue
    const since = torinoCalendar.addWorkingDays(localDate(sentAt), SILENCE_WORKING_DAYS)
    await recordTrustEvent(tx, {
      companyId,
      kind: 'proposal_unanswered',
      causeType: 'card',
      causeId: id,
      occurredAt: atLocal(since, OPENS_AT),
    })
    recorded += 1
  }
  return recorded
}

import { localDate } from '#app/domain/calendar/rome.ts'
import { workingDaysBetween } from '#app/domain/calendar/working-days.server.ts'
import { fullCard, type CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import { countAlike } from '#app/domain/disclosure/count-alike.server.ts'
import { chooseCard, union } from '#app/domain/disclosure/hold-back.ts'
import { askedFacts, showableFacts } from '#app/domain/proposals/card-facts.server.ts'
import { mondayOf } from '#app/domain/proposals/monday.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { CardId, ProposalId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { ANSWER_IN_TIME_WORKING_DAYS, type TrustKind } from '#app/domain/trust/event-kinds.ts'
import { consents } from '#db/schema/candidates.ts'
import { cardAttributes, cards, disclosures, proposals } from '#db/schema/proposals.ts'
import { sayingOf, type Fate, type PlannedCard } from './card-plan.ts'
import type { Happening } from './chronicle.ts'
import { insertAll } from './insert.ts'
import type { Opening } from './openings.ts'
import { momentAfter, type Past } from './past.ts'
import type { Person } from './people.ts'
import { consentOf, type ConsentRow } from './people-rows.ts'
import type { Random } from './random.ts'

/** Nobody's card is put before more than this many companies in the demo's two years. */
const CARDS_PER_PERSON = 2
/** People whose cards are compared before one is sent. */
const LOOKED_AT = 5

/** What is read to somebody before her card goes out. */
export const openingText =
  'Acconsento a essere proposta per questa opportunità con una scheda senza nome. Posso ritirare il consenso.'

/** What a person was put forward for so far, and all that was shown of her. */
type Memory = { openings: Opening[]; shown: CardAttribute[] }

type Chosen = { person: Person; card: CardAttribute[]; k: number; memory: Memory }

type Sent = PlannedCard & {
  person: Person
  card: readonly CardAttribute[]
  k: number
  answeredAt: Date | null
  cardId: CardId
}

type Rows = {
  cards: (typeof cards.$inferInsert)[]
  proposals: (typeof proposals.$inferInsert)[]
  attributes: (typeof cardAttributes.$inferInsert)[]
  disclosures: (typeof disclosures.$inferInsert)[]
  consents: ConsentRow[]
}

/**
 * Sends the cards of the past under the rule of the present: what a card shows is what the fall-backs leave, so that no
 * union of all that was ever shown of somebody fits fewer people than it may. A card that can't be is not sent.
 * @returns what the answers say of the companies.
 */
export async function sendPastCards(
  tx: Tx,
  planned: readonly PlannedCard[],
  past: Past,
  random: Random,
): Promise<Happening[]> {
  const memories = new Map<Person, Memory>()
  const rows: Rows = { cards: [], proposals: [], attributes: [], disclosures: [], consents: [] }
  const happenings: Happening[] = []
  for (const each of planned) {
    const { opening, sentAt, fate } = each
    const chosen = await choose(tx, each, memories)
    if (!chosen) continue
    const draw = random.branch(`${opening.id} ${sentAt.toISOString()}`)
    const answeredAt = fate.kind === 'expired' ? null : momentAfter(past, sentAt, draw.int(0, 7), draw)
    const sent: Sent = { ...each, ...chosen, answeredAt, cardId: draw.uuid<CardId>() }
    addRows(rows, sent, past, draw)
    happenings.push(...judged(sent, past, draw))
  }
  await insertAll(tx, consents, rows.consents)
  await insertAll(tx, cards, rows.cards)
  await insertAll(tx, proposals, rows.proposals)
  await insertAll(tx, cardAttributes, rows.attributes)
  await insertAll(tx, disclosures, rows.disclosures)
  return happenings
}

/** Of the first people of whom a card may go out the one whose card says most, and that card; she is remembered. */
async function choose(tx: Tx, { opening, people }: PlannedCard, memories: Map<Person, Memory>) {
  const { asked } = await askedFacts(tx, opening.id)
  let best: Chosen | null = null
  let seen = 0
  for (const person of people) {
    const memory = memories.get(person) ?? { openings: [], shown: [] }
    if (memory.openings.length >= CARDS_PER_PERSON || memory.openings.includes(opening)) continue
    const who = { orgId: person.caseManager.orgId, candidateId: person.id }
    const full = fullCard(await showableFacts(tx, who), asked)
    const { counts, pool } = await countAlike(tx, who, full, memory.shown)
    const choice = chooseCard(full, counts, pool)
    if (!choice.sendable) continue
    const { card, k } = choice
    if (!best || sayingOf(card) > sayingOf(best.card)) best = { person, card, k, memory }
    seen += 1
    if (seen === LOOKED_AT) break
  }
  if (!best) return null
  const { person, card, k, memory } = best
  memories.set(person, { openings: [...memory.openings, opening], shown: union(memory.shown, card) })
  return { person, card, k }
}

function addRows(rows: Rows, sent: Sent, past: Past, draw: Random): void {
  const { person, opening, sentAt, fate, card, k, answeredAt, cardId } = sent
  const { firm } = opening
  const who = { orgId: person.caseManager.orgId, candidateId: person.id }
  const at = new Date(+sentAt - draw.int(1, 30) * HOUR)
  const yes = { purpose: 'opening', subjectId: opening.id, decision: 'given', at, text: openingText } as const
  rows.consents.push(consentOf(person, yes, draw))
  rows.cards.push({
    ...{ id: cardId, openingId: opening.id, companyId: firm.id, contactId: firm.contact.id, sentAt },
    ...{ week: mondayOf(localDate(sentAt)), answeredAt },
    ...answerOf(fate),
    openedAt: answeredAt ?? (draw.chance(0.5) ? momentAfter(past, sentAt, 3, draw) : null),
  })
  rows.proposals.push({
    ...{ ...who, id: draw.uuid<ProposalId>(), openingId: opening.id, companyId: firm.id, cardId },
    ...{ proposedBy: person.caseManager.userId, at: sentAt },
  })
  rows.attributes.push(...card.map((each) => ({ cardId, ...each })))
  rows.disclosures.push(...card.map((each) => ({ ...who, cardId, ...each, k, at: sentAt })))
}

const answerOf = (fate: Fate) =>
  fate.kind === 'expired'
    ? { state: 'expired' as const }
    : {
        ...{ state: 'answered' as const, answer: fate.kind },
        notNowReason: fate.kind === 'not_now' ? fate.reason : null,
      }

/** What an answer, or none, says of the company; and the meeting that followed where it wanted one. */
function judged(
  { opening, person, sentAt, fate, cardId, answeredAt }: Sent,
  past: Past,
  draw: Random,
): Happening[] {
  const because = (kind: TrustKind, at: Date): Happening => ({
    ...{ companyId: opening.firm.id, at, authorId: null },
    trust: { kind, causeType: 'card', causeId: cardId },
  })
  if (!answeredAt) return [because('proposal_unanswered', new Date(+sentAt + 10 * DAY))]
  const happenings: Happening[] = []
  const days = workingDaysBetween(localDate(sentAt), localDate(answeredAt))
  if (days <= ANSWER_IN_TIME_WORKING_DAYS) happenings.push(because('proposal_answered_in_time', answeredAt))
  const met = momentAfter(past, answeredAt, draw.int(3, 8), draw)
  if (fate.kind === 'interested' && opening.entry.state !== 'open') {
    happenings.push({ ...because('interview_held', met), authorId: person.caseManager.userId })
  }
  return happenings
}

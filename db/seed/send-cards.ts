import { and, eq } from 'drizzle-orm'
import { localDate } from '#app/domain/calendar/rome.ts'
import { workingDaysBetween } from '#app/domain/calendar/working-days.server.ts'
import { fullCard, type CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import { countAlike, shownBefore } from '#app/domain/disclosure/count-alike.server.ts'
import { chooseCard } from '#app/domain/disclosure/hold-back.ts'
import { askedFacts, showableFacts } from '#app/domain/proposals/card-facts.server.ts'
import { mondayOf } from '#app/domain/proposals/monday.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CardId, ProposalId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { ANSWER_IN_TIME_WORKING_DAYS, type TrustKind } from '#app/domain/trust/event-kinds.ts'
import { consents } from '#db/schema/candidates.ts'
import { cardAttributes, cards, disclosures, proposals } from '#db/schema/proposals.ts'
import type { Fate, PlannedCard } from './card-plan.ts'
import type { Happening } from './chronicle.ts'
import type { Opening } from './openings.ts'
import { momentAfter, type Past } from './past.ts'
import type { Person } from './people.ts'
import { consentOf } from './people-rows.ts'
import type { Random } from './random.ts'

/** Nobody's card is put before more than this many companies in the demo's two years. */
const CARDS_PER_PERSON = 2

export const openingText =
  'Acconsento a essere proposta per questa opportunità con una scheda senza nome. Posso ritirare il consenso.'

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
  const sentOf = new Map<Person, number>()
  const happenings: Happening[] = []
  for (const { opening, sentAt, fate, people } of planned) {
    const draw = random.branch(`${opening.id} ${sentAt.toISOString()}`)
    for (const person of people) {
      const sent = sentOf.get(person) ?? 0
      if (sent >= CARDS_PER_PERSON) continue
      const shown = await cardFor(tx, person, opening)
      if (!shown) continue
      sentOf.set(person, sent + 1)
      happenings.push(...(await write(tx, { person, opening, sentAt, fate, ...shown }, past, draw)))
      break
    }
  }
  return happenings
}

async function cardFor(tx: Tx, person: Person, opening: Opening) {
  const who = { orgId: person.caseManager.orgId, candidateId: person.id }
  const [former] = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(
      and(
        eq(proposals.orgId, who.orgId),
        eq(proposals.candidateId, person.id),
        eq(proposals.openingId, opening.id),
      ),
    )
  if (former) return null
  const { asked } = await askedFacts(tx, opening.id)
  const full = fullCard(await showableFacts(tx, who), asked)
  const { counts, pool } = await countAlike(tx, who, full, await shownBefore(tx, who))
  const choice = chooseCard(full, counts, pool)
  return choice.sendable ? { card: choice.card, k: choice.k } : null
}

type Sent = {
  person: Person
  opening: Opening
  sentAt: Date
  fate: Fate
  card: readonly CardAttribute[]
  k: number
}

async function write(tx: Tx, sent: Sent, past: Past, draw: Random): Promise<Happening[]> {
  const { person, opening, sentAt, fate, card, k } = sent
  const { firm } = opening
  const cardId = draw.uuid<CardId>()
  const who = { orgId: person.caseManager.orgId, candidateId: person.id }
  const asked = new Date(+sentAt - draw.int(1, 30) * (DAY / 24))
  const answeredAt = fate.kind === 'expired' ? null : momentAfter(past, sentAt, draw.int(0, 7), draw)
  await tx
    .insert(consents)
    .values(
      consentOf(
        person,
        { purpose: 'opening', subjectId: opening.id, decision: 'given', at: asked, text: openingText },
        draw,
      ),
    )
  await tx.insert(cards).values({
    ...{ id: cardId, openingId: opening.id, companyId: firm.id, contactId: firm.contact.id, sentAt },
    ...{ week: mondayOf(localDate(sentAt)), answeredAt },
    state: fate.kind === 'expired' ? 'expired' : 'answered',
    answer: fate.kind === 'expired' ? null : fate.kind,
    notNowReason: fate.kind === 'not_now' ? fate.reason : null,
    openedAt: answeredAt ?? (draw.chance(0.5) ? momentAfter(past, sentAt, 3, draw) : null),
  })
  await tx.insert(proposals).values({
    ...{ ...who, id: draw.uuid<ProposalId>(), openingId: opening.id, companyId: firm.id, cardId },
    ...{ proposedBy: person.caseManager.userId, at: sentAt },
  })
  await tx.insert(cardAttributes).values(card.map((each) => ({ cardId, ...each })))
  await tx.insert(disclosures).values(card.map((each) => ({ ...who, cardId, ...each, k, at: sentAt })))
  return judged({ ...sent, cardId, answeredAt }, past, draw)
}

/** What an answer, or none, says of the company; and the meeting that followed where it wanted one. */
function judged(
  { opening, person, sentAt, fate, cardId, answeredAt }: Sent & { cardId: CardId; answeredAt: Date | null },
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

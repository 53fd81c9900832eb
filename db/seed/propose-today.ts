import { eq } from 'drizzle-orm'
import { setClock } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { previewCard } from '#app/domain/proposals/preview-card.server.ts'
import { proposeCandidate } from '#app/domain/proposals/propose-candidate.server.ts'
import { seenCard } from '#app/domain/proposals/seen-card.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { consents } from '#db/schema/candidates.ts'
import { cards } from '#db/schema/proposals.ts'
import { fittingFor, sayingOf, type Matchables } from './card-plan.ts'
import type { Opening } from './openings.ts'
import { momentAfter, momentOn, type Past } from './past.ts'
import type { Person } from './people.ts'
import { consentOf } from './people-rows.ts'
import type { Random } from './random.ts'
import { openingText } from './send-cards.ts'

/** Cards that wait for their company today, and rounds in which the demo company's openings come first. */
const WAITING = 12
const DEMO_ROUNDS = 2
/** People whose cards are compared before one is sent. */
const LOOKED_AT = 10
/** Somebody who was asked and said no. */
const REFUSED = 6

/** Acts as somebody in a transaction of our own process, whose row security it keeps. */
export async function actingAs<T>(tx: Tx, actor: Actor, work: () => Promise<T>): Promise<T> {
  const own = tx.actor
  Object.assign(tx, { actor })
  try {
    return await work()
  } finally {
    Object.assign(tx, { actor: own })
  }
}

/** Does something as if it were that moment. */
export async function at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  const restore = setClock(() => instant)
  try {
    return await work()
  } finally {
    restore()
  }
}

type Parts = { openings: readonly Opening[]; people: readonly Person[]; facts: Matchables }

/** The cards that wait for an answer today, sent by the product's own command in these last days. */
export async function proposeToday(
  tx: Tx,
  { openings, people, facts }: Parts,
  past: Past,
  random: Random,
): Promise<number> {
  const open = openings.filter(
    ({ entry, firm }) => entry.state === 'open' && firm.row.verification === 'verified',
  )
  const ofDemo = open.filter(({ firm }) => firm.user?.demo)
  const turns = [...Array.from({ length: DEMO_ROUNDS }, () => ofDemo).flat(), ...random.shuffle(open)]
  let sent = 0
  for (const [turn, opening] of turns.entries()) {
    if (sent === WAITING) break
    const draw = random.branch(`${turn} ${opening.id}`)
    const postedAt = opening.postedAt ?? past.start
    const lately = momentOn(past, past.ago(draw.int(0, 6)), draw)
    const when = lately > postedAt ? lately : momentAfter(past, postedAt, 1, draw)
    const fitting = fittingFor(opening, people, facts, past, draw)
    const best = await bestShown(tx, fitting.slice(0, LOOKED_AT), opening, when)
    if (!best) continue
    await propose(tx, best, opening, when, draw)
    sent += 1
  }
  return sent
}

const inputOf = (person: Person, opening: Opening) => ({
  orgId: person.caseManager.orgId,
  candidateId: person.id,
  openingId: opening.id,
})

/** Of some people the one whose card says most to the company, or none where no card may go out. */
export async function bestShown(
  tx: Tx,
  people: readonly Person[],
  opening: Opening,
  when: Date,
): Promise<Person | null> {
  let best: { person: Person; shown: number } | null = null
  for (const person of people) {
    const input = inputOf(person, opening)
    const { refusal, card } = await actingAs(tx, person.caseManager, () =>
      at(when, () => previewCard(tx, input)),
    )
    if (!refusal && sayingOf(card) > (best?.shown ?? 0)) best = { person, shown: sayingOf(card) }
  }
  return best?.person ?? null
}

/** Asks somebody, who says yes, and sends her card, as her case manager does. @returns the card's id. */
export async function propose(
  tx: Tx,
  person: Person,
  opening: Opening,
  when: Date,
  draw: Random,
): Promise<CardId> {
  const input = inputOf(person, opening)
  return actingAs(tx, person.caseManager, async () => {
    const { orgId, candidateId } = input
    const how = consentOf(
      person,
      { purpose: 'opening', decision: 'given', at: when, text: openingText },
      draw,
    )
    await at(new Date(+when - 2 * HOUR), () =>
      recordConsent(tx, {
        ...{ orgId, candidateId, purpose: 'opening', subjectId: opening.id, decision: 'given' },
        textShown: openingText,
        language: how.language as 'it' | 'en' | 'fr' | 'es' | 'ar',
        channel: how.channel as 'in_person' | 'phone' | 'message',
        withMediator: how.withMediator,
      }),
    )
    const { card } = await at(when, () => previewCard(tx, input))
    const seen = seenCard(card, sha256(openingText))
    const cardId = await at(when, () =>
      proposeCandidate(tx, { ...input, seen, wording: () => [openingText] }),
    )
    // Some have been looked at and wait for a word from inside.
    if (draw.chance(0.3)) {
      await tx
        .update(cards)
        .set({ openedAt: new Date(+when + HOUR) })
        .where(eq(cards.id, cardId))
    }
    return cardId
  })
}

/** Some were asked about an opening and said no: nothing was sent, and nothing else changed for them. */
export async function refuseSome(
  tx: Tx,
  { openings, people, facts }: Parts,
  past: Past,
  random: Random,
): Promise<void> {
  const open = random.shuffle(openings.filter(({ entry }) => entry.state === 'open'))
  const rows = open.slice(0, REFUSED).flatMap((opening) => {
    const draw = random.branch(opening.id)
    const person = draw.shuffle(fittingFor(opening, people, facts, past, draw))[0]
    if (!person) return []
    const asked = new Date(+past.start - draw.int(2, 40) * (DAY / 8))
    const answer = { purpose: 'opening', decision: 'refused', subjectId: opening.id } as const
    return [consentOf(person, { ...answer, at: asked, text: openingText }, draw)]
  })
  if (rows.length > 0) await tx.insert(consents).values(rows)
}

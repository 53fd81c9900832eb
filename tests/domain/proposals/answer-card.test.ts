import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import type { CardAnswer } from '#app/domain/proposals/answer-card.schema.server.ts'
import { answerCard } from '#app/domain/proposals/answer-card.server.ts'
import { CARD_LINK_LIFE, cardLink } from '#app/domain/proposals/card-link.server.ts'
import { linkActor, renewCardLink } from '#app/domain/proposals/link-actor.server.ts'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import type { HrActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now, setClock } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cardAttributes, cards } from '#db/schema/proposals.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser } from '#tests/support/factories/credentials.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let restoreClock: (() => void) | undefined
afterEach(() => {
  restoreClock?.()
  restoreClock = undefined
})

async function aCard(): Promise<{ cardId: CardId; hr: HrActor; token: string }> {
  const hr = await anHrContact()
  const openingId = await anOpening({ companyId: hr.companyId })
  const cardId = newId<CardId>()
  await db.asSystem(async (tx) => {
    await tx.insert(cards).values({
      id: cardId,
      openingId,
      companyId: hr.companyId,
      contactId: hr.contactId,
      week: '2026-11-16',
      sentAt: now(),
    })
    await tx.insert(cardAttributes).values({ cardId, attribute: 'profession_group', value: '94' })
  })
  return { cardId, hr, token: cardLink(cardId, hr.contactId, now()).replace('/c/', '') }
}

const rowOf = (cardId: CardId) =>
  db.asSystem(async (tx) => (await tx.select().from(cards).where(eq(cards.id, cardId)))[0])

const answersOf = (cardId: CardId) =>
  db.asSystem(async (tx) => {
    const events = await tx.select().from(outbox).where(eq(outbox.topic, 'card.answered'))
    return events.filter(({ payload }) => payload.cardId === cardId).length
  })

describe("a card's signed link", () => {
  it('opens the card for its contact and changes nothing by being read', async () => {
    const { cardId, token } = await aCard()
    const before = await rowOf(cardId)
    const events = await db.asSystem((tx) => tx.$count(outbox))
    for (let scans = 0; scans < 3; scans++) {
      const holder = await linkActor(token)
      const view = await withActor(holder, (tx) => readCard(tx, cardId))
      expect(view.attributes).toEqual([{ attribute: 'profession_group', value: '94' }])
    }
    expect(await rowOf(cardId)).toEqual(before)
    expect(await db.asSystem((tx) => tx.$count(outbox))).toBe(events)
  })

  it('opens no other card, and none once a character is altered', async () => {
    const first = await aCard()
    const second = await aCard()
    const holder = await linkActor(first.token)
    await expect(withActor(holder, (tx) => readCard(tx, second.cardId))).rejects.toMatchObject({
      code: 'not_found',
    })
    for (const at of [0, 10, 30, first.token.length - 2]) {
      const flipped = first.token[at] === 'A' ? 'B' : 'A'
      const altered = first.token.slice(0, at) + flipped + first.token.slice(at + 1)
      await expect(linkActor(altered)).rejects.toMatchObject({
        code: 'gone',
        reason: 'proposals_link_altered',
      })
    }
  })

  it('reads for 31 days, then offers a new one, which goes to the mailbox of the first', async () => {
    const { cardId, token } = await aCard()
    const start = now().getTime()
    restoreClock = setClock(() => new Date(start + CARD_LINK_LIFE - DAY))
    await expect(linkActor(token)).resolves.toMatchObject({ cardId })
    restoreClock()
    restoreClock = setClock(() => new Date(start + CARD_LINK_LIFE + DAY))
    await expect(linkActor(token)).rejects.toMatchObject({ reason: 'proposals_link_expired' })
    await renewCardLink(token, aBrowser().address)
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'card.link_renewed')),
    )
    expect(events.map(({ payload }) => payload)).toContainEqual({ cardId })
  })

  it('is renewed five times in a quarter of an hour, from wherever it is asked for', async () => {
    const { cardId, token } = await aCard()
    for (let count = 0; count < 5; count++) await renewCardLink(token, aBrowser().address)
    await expect(renewCardLink(token, aBrowser().address)).rejects.toMatchObject({ code: 'too_many' })
    const renewed = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'card.link_renewed')),
    )
    expect(renewed.filter(({ payload }) => payload.cardId === cardId)).toHaveLength(5)
  })

  it('opens nothing once its contact has left the company', async () => {
    const { hr, token } = await aCard()
    await db.asSystem((tx) => tx.update(contacts).set({ active: false }).where(eq(contacts.id, hr.contactId)))
    await expect(linkActor(token)).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('answering a card', () => {
  it('records the answer once, with its audit row and its event', async () => {
    const { cardId, token } = await aCard()
    const holder = await linkActor(token)
    await withActor(holder, (tx) => answerCard(tx, cardId, { answer: 'interested' }))
    await withActor(holder, (tx) => answerCard(tx, cardId, { answer: 'interested' }))
    expect(await rowOf(cardId)).toMatchObject({ state: 'answered', answer: 'interested' })
    expect(await answersOf(cardId)).toBe(1)
    const audits = await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, cardId)))
    expect(audits.map(({ action }) => action)).toEqual(['card.answered'])
  })

  it('tells the second of two people who answer at once, and keeps the first answer', async () => {
    const { cardId, hr, token } = await aCard()
    const holder = await linkActor(token)
    const both = await Promise.allSettled([
      withActor(holder, (tx) => answerCard(tx, cardId, { answer: 'interested' })),
      withActor(hr, (tx) => answerCard(tx, cardId, { answer: 'not_now', reason: 'budget' })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'conflict', reason: 'proposals_already_answered' })
    expect(await answersOf(cardId)).toBe(1)
  })

  it('decides after a talk, by the same link, once; the talk stays a fact of its own', async () => {
    const { cardId, token } = await aCard()
    const holder = await linkActor(token)
    const answer = (input: CardAnswer) => withActor(holder, (tx) => answerCard(tx, cardId, input))
    await answer({ answer: 'talk' })
    const talkedAt = (await rowOf(cardId))?.answeredAt
    restoreClock = setClock(() => new Date((talkedAt?.getTime() ?? 0) + DAY))
    await answer({ answer: 'not_now', reason: 'hours' })
    expect(await rowOf(cardId)).toMatchObject({
      ...{ state: 'answered', answer: 'not_now', notNowReason: 'hours', talkedAt },
      answeredAt: new Date((talkedAt?.getTime() ?? 0) + DAY),
    })
    await expect(answer({ answer: 'interested' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'proposals_already_answered',
    })
    expect(await answersOf(cardId)).toBe(2)
  })

  it('takes no answer for a withdrawn card, and shows nothing of it any more', async () => {
    const { cardId, token } = await aCard()
    await db.asSystem((tx) => tx.update(cards).set({ state: 'withdrawn' }).where(eq(cards.id, cardId)))
    const holder = await linkActor(token)
    await expect(withActor(holder, (tx) => answerCard(tx, cardId, { answer: 'talk' }))).rejects.toMatchObject(
      { code: 'gone' },
    )
    expect((await withActor(holder, (tx) => readCard(tx, cardId))).attributes).toEqual([])
  })

  it("takes no answer from another company's contact, nor from the network's people", async () => {
    const { cardId } = await aCard()
    for (const actor of [await anHrContact(), await aStaff('case_manager'), await aStaff('coordinator')]) {
      await expect(
        withActor(actor, (tx) => answerCard(tx, cardId, { answer: 'interested' })),
      ).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await rowOf(cardId)).toMatchObject({ state: 'sent' })
  })
})

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerCard } from '#app/domain/proposals/answer-card.server.ts'
import type { HrActor, LinkActor } from '#app/domain/shared/actor.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { cards } from '#db/schema/proposals.ts'
import { aStaff, anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let hr: HrActor
let openingId: Awaited<ReturnType<typeof anOpening>>
let proposedBy: Awaited<ReturnType<typeof aStaff>>['userId']

beforeEach(async () => {
  hr = await anHrContact()
  openingId = await anOpening({ companyId: hr.companyId })
  proposedBy = (await aStaff()).userId
})

const aCardThat = async (card: object = {}) => (await aCard({ ...hr, openingId, proposedBy, card })).cardId
const linkTo = (cardId: CardId): LinkActor => ({
  ...{ kind: 'link', cardId, companyId: hr.companyId, contactId: hr.contactId },
})
const stateOf = async (cardId: CardId) =>
  (await db.asSystem((tx) => tx.select().from(cards).where(eq(cards.id, cardId))))[0]?.state

describe('what a company may write to a card, in the database itself', () => {
  it.each(['withdrawn', 'expired'] as const)('nothing once it is %s', async (state) => {
    const cardId = await aCardThat({ state })
    for (const actor of [hr, linkTo(cardId)]) {
      for (const to of ['sent', 'answered'] as const) {
        const set = to === 'answered' ? { state: to, answer: 'interested' as const } : { state: to }
        await withActor(actor, (tx) => tx.update(cards).set(set).where(eq(cards.id, cardId)))
      }
      expect(await stateOf(cardId)).toBe(state)
      const late = withActor(actor, (tx) => answerCard(tx, cardId, { answer: 'interested' }))
      await expect(late).rejects.toMatchObject({ code: 'gone' })
    }
  })

  it('its answer, and no other state', async () => {
    const cardId = await aCardThat()
    const taken = withActor(linkTo(cardId), (tx) =>
      tx.update(cards).set({ state: 'withdrawn' }).where(eq(cards.id, cardId)),
    )
    await expect(taken).rejects.toThrow()
    await withActor(linkTo(cardId), (tx) => answerCard(tx, cardId, { answer: 'interested' }))
    expect(await stateOf(cardId)).toBe('answered')
  })

  it('no card of its own making', async () => {
    const [row] = await db.asSystem(async (tx) => {
      const cardId = await aCardThat()
      return tx.select().from(cards).where(eq(cards.id, cardId))
    })
    if (!row) throw new Error('no card')
    const made = withActor(hr, (tx) => tx.insert(cards).values({ ...row, id: newId<CardId>() }))
    await expect(made).rejects.toThrow()
  })
})

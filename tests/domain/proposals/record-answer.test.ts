import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CardAnswer } from '#app/domain/proposals/answer-card.schema.server.ts'
import { recordAnswer } from '#app/domain/proposals/record-answer.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cards, placements } from '#db/schema/proposals.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let anna: StaffActor
beforeAll(async () => {
  anna = await aStaff()
})

async function sent(card: Partial<typeof cards.$inferInsert> = {}) {
  const hr = await anHrContact()
  const openingId = await anOpening({ companyId: hr.companyId })
  const candidate = await aCandidate({ orgId: anna.orgId })
  const { cardId } = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate, card })
  const { orgId, candidateId } = candidate
  return { cardId, orgId, candidateId, openingId, companyId: hr.companyId }
}
type Sent = Awaited<ReturnType<typeof sent>>

const hear = (actor: Actor, { orgId, candidateId, openingId }: Sent, answer: CardAnswer) =>
  withActor(actor, (tx) => recordAnswer(tx, { orgId, candidateId, openingId, answer }))
const rowOf = ({ cardId }: Sent) =>
  db.asSystem(async (tx) => (await tx.select().from(cards).where(eq(cards.id, cardId)))[0])

describe('an answer that was heard by voice', () => {
  it('counts as the company’s, with its event, under the name of who heard it', async () => {
    const card = await sent()
    await hear(anna, card, { answer: 'not_now', reason: 'budget' })
    expect(await rowOf(card)).toMatchObject({ state: 'answered', answer: 'not_now', notNowReason: 'budget' })
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'card.answered')),
    )
    expect(events.map(({ payload }) => payload)).toContainEqual({ cardId: card.cardId })
    const acts = await db.asSystem((tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, card.cardId), eq(auditLog.action, 'card.answered'))),
    )
    expect(acts).toMatchObject([{ actorId: anna.userId, actorRole: 'case_manager' }])
  })

  it('changes a decision, which the company’s own link can’t', async () => {
    const card = await sent({
      state: 'answered',
      answer: 'not_now',
      notNowReason: 'hours',
      answeredAt: now(),
    })
    await hear(anna, card, { answer: 'interested' })
    expect(await rowOf(card)).toMatchObject({ answer: 'interested', notNowReason: null })
  })

  it('is not recorded for a card that is over, nor once she has begun there', async () => {
    const over = await sent({ state: 'withdrawn' })
    await expect(hear(anna, over, { answer: 'interested' })).rejects.toMatchObject({ code: 'gone' })
    const begun = await sent({ state: 'answered', answer: 'interested', answeredAt: now() })
    const { orgId, candidateId, openingId, companyId } = begun
    await db.asSystem((tx) =>
      tx.insert(placements).values({
        ...{ orgId, id: newId<string>(), candidateId, openingId, companyId, kind: 'job', state: 'active' },
        ...{ startsOn: '2026-11-02', createdAt: now() },
      }),
    )
    await expect(hear(anna, begun, { answer: 'talk' })).rejects.toMatchObject({
      reason: 'proposals_answer_begun',
    })
  })

  it('is recorded by the case managers of her own organisation alone', async () => {
    const card = await sent()
    const colleague = await aStaff('case_manager', anna.orgId)
    for (const actor of [await aStaff(), await aStaff('coordinator', anna.orgId), await anHrContact()])
      await expect(hear(actor, card, { answer: 'interested' })).rejects.toMatchObject({ code: 'not_found' })
    await hear(colleague, card, { answer: 'talk' })
    expect(await rowOf(card)).toMatchObject({ answer: 'talk' })
  })
})

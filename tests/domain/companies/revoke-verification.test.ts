import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { changeStandingSchema } from '#app/domain/companies/change-standing.schema.server.ts'
import { changeStanding } from '#app/domain/companies/change-standing.server.ts'
import { loadVerification } from '#app/domain/companies/load-verification.server.ts'
import { reconsiderCompany } from '#app/domain/companies/reconsider-company.server.ts'
import { revokeVerification } from '#app/domain/companies/revoke-verification.server.ts'
import { verifyCompany } from '#app/domain/companies/verify-company.server.ts'
import { linkActor } from '#app/domain/proposals/link-actor.server.ts'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cardAttributes, cards } from '#db/schema/proposals.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const REASON = 'Alla sede non c’è più nessuno, e chiedono i nomi.'

/** A verified company that reads two live cards of two organisations. */
async function withCards() {
  const hr = await anHrContact()
  const openingId = await anOpening({ companyId: hr.companyId })
  const made: Awaited<ReturnType<typeof aCard>>[] = []
  for (const state of ['sent', 'answered'] as const) {
    const { userId: proposedBy } = await aStaff()
    const answer = state === 'answered' ? ({ state, answer: 'interested' } as const) : {}
    made.push(await aCard({ ...hr, openingId, proposedBy, card: answer }))
  }
  await db.asSystem((tx) =>
    tx
      .insert(cardAttributes)
      .values(made.map(({ cardId }) => ({ cardId, attribute: 'profession_group', value: '94' }))),
  )
  return { hr, cards: made }
}

const revoke = (actor: Actor, companyId: Parameters<typeof revokeVerification>[1]) =>
  withActor(actor, (tx) => revokeVerification(tx, companyId, REASON))
const shown = (actor: Actor, cardId: CardId) =>
  withActor(actor, async (tx) => (await readCard(tx, cardId)).attributes.length)
const statesAt = (companyId: string) =>
  db.asSystem(async (tx) =>
    (
      await tx
        .select()
        .from(cards)
        .where(eq(cards.companyId, companyId as never))
    ).map(({ state }) => state),
  )
const standing = (companyId: string) =>
  db.asSystem(
    async (tx) =>
      (
        await tx
          .select()
          .from(companies)
          .where(eq(companies.id, companyId as never))
      )[0]?.verification,
  )

describe('a verification that is taken back', () => {
  test('takes one coordinator, leaves the company nothing to read, signed in or by link, and is audited', async () => {
    const { hr, cards: sent } = await withCards()
    const link = cardLink(sent[0]?.cardId as CardId, hr.contactId, now()).replace('/c/', '')
    const coordinator = await aStaff('coordinator')
    expect(await shown(hr, sent[0]?.cardId as CardId)).toBe(1)
    await revoke(coordinator, hr.companyId)
    expect(await standing(hr.companyId)).toBe('rejected')
    expect(await statesAt(hr.companyId)).toEqual(['withdrawn', 'withdrawn'])
    for (const { cardId } of sent) expect(await shown(hr, cardId)).toBe(0)
    expect(await shown(await linkActor(link), sent[0]?.cardId as CardId)).toBe(0)

    const acts = await db.asSystem((tx) => tx.select().from(auditLog))
    expect(acts.filter(({ action }) => action === 'company.revoked')).toMatchObject([
      { subjectId: hr.companyId, actorId: coordinator.userId },
    ])
    const owners = acts.filter(({ action }) => action === 'card.withdrawn').map(({ orgId }) => orgId)
    expect(owners.sort()).toEqual(sent.map(({ candidate }) => candidate.orgId).sort())
    const told = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'company.rejected')),
    )
    expect(told.map(({ payload }) => payload)).toContainEqual({ companyId: hr.companyId })
  })

  test('is there to be read, and comes back only by two coordinators', async () => {
    const { hr } = await withCards()
    const [first, second] = [await aStaff('coordinator'), await aStaff('coordinator')]
    await db.asSystem((tx) =>
      tx.insert(interactions).values({
        ...{ id: newId<string>(), orgId: first.orgId, companyId: hr.companyId, userId: first.userId },
        ...{ minutes: 20, kind: 'visit', outcome: 'positive', occurredAt: now(), createdAt: now() },
      }),
    )
    await revoke(first, hr.companyId)
    const { decisions } = await withActor(second, (tx) => loadVerification(tx, hr.companyId))
    expect(decisions).toMatchObject([{ decision: 'revoked', note: REASON, userId: first.userId }])
    await withActor(first, (tx) => reconsiderCompany(tx, hr.companyId, 'Un equivoco.'))
    const approve = (actor: Actor) =>
      withActor(actor, (tx) =>
        verifyCompany(tx, hr.companyId, { decision: 'approved', registerChecked: true, note: '' }),
      )
    expect(await approve(first)).toBe('pending')
    await expect(approve(first)).rejects.toMatchObject({ code: 'conflict' })
    expect(await approve(second)).toBe('verified')
    expect(await statesAt(hr.companyId)).toEqual(['withdrawn', 'withdrawn'])
  })

  test('is nobody else’s to take back, and is taken back once', async () => {
    const { hr } = await withCards()
    for (const actor of [await aStaff(), await aStaff('admin'), hr]) {
      await expect(revoke(actor, hr.companyId)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const coordinator = await aStaff('coordinator')
    await revoke(coordinator, hr.companyId)
    await expect(revoke(coordinator, hr.companyId)).rejects.toMatchObject({
      reason: 'network_revoke_not_verified',
    })
  })
})

test('a company that is closed to every contact reads no card any more', async () => {
  const { hr, cards: sent } = await withCards()
  const change = changeStandingSchema.parse({ standing: 'do_not_contact', reason: REASON })
  await withActor(await aStaff('coordinator'), (tx) => changeStanding(tx, hr.companyId, change))
  expect(await statesAt(hr.companyId)).toEqual(['withdrawn', 'withdrawn'])
  expect(await shown(hr, sent[0]?.cardId as CardId)).toBe(0)
  const rows = await db.asSystem((tx) =>
    tx
      .select()
      .from(cards)
      .where(and(eq(cards.companyId, hr.companyId), eq(cards.state, 'withdrawn'))),
  )
  expect(rows).toHaveLength(2)
})

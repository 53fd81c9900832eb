import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelPlacement } from '#app/domain/placements/cancel-placement.server.ts'
import { countBegunPlacements } from '#app/domain/placements/count-placement.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { anAnsweredCard, look, NOVEMBER_23, start } from './answered-card.ts'

const db = useTestDatabase()

let giulia: StaffActor
let restore: () => void
const aCard = () => anAnsweredCard(giulia)

beforeAll(async () => {
  restore = setClock(() => NOVEMBER_23)
  giulia = await aStaff()
})
afterAll(() => restore())

describe('a placement that is agreed for a later day', () => {
  const later = { startsOn: '2026-12-01', endsOn: '2027-03-01' }
  const cancel = (actor: Actor, cardId: CardId) => withActor(actor, (tx) => cancelPlacement(tx, cardId))
  const countOn = async (day: string, companyId: CompanyId) => {
    const back = setClock(() => new Date(`${day}T10:00:00Z`))
    await db.asSystem((tx) => countBegunPlacements(tx, companyId))
    back()
  }

  it('counts for the company from its first day, once; the person is out of the pool at once', async () => {
    const card = await aCard()
    const before = await look(card)
    await start(giulia, card.cardId, later)
    await countOn('2026-11-30', card.companyId)
    expect(await look(card)).toMatchObject({ stage: before.stage, trust: [], person: 'placed' })
    await countOn('2026-12-01', card.companyId)
    await countOn('2026-12-02', card.companyId)
    expect(await look(card)).toMatchObject({ stage: 'hosting', trust: ['placement_begun'] })
  })

  it('can be called off before that: she is back in the pool, and another day can be agreed', async () => {
    const card = await aCard()
    await start(giulia, card.cardId, later)
    await cancel(giulia, card.cardId)
    expect(await look(card)).toMatchObject({
      ...{ placement: undefined, person: 'active', matchable: true, trust: [] },
    })
    const told = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'placement.cancelled')),
    )
    expect(told.map(({ payload }) => payload)).toContainEqual({ companyId: card.companyId })
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, card.candidateId)),
    )
    expect(acts.map(({ action }) => action)).toEqual(['placement.recorded', 'placement.cancelled'])
    await start(giulia, card.cardId, later)
    expect(await look(card)).toMatchObject({ placement: { state: 'active' }, person: 'placed' })
  })

  it('can’t be called off once it has begun, nor by anybody else', async () => {
    const card = await aCard()
    await expect(cancel(giulia, card.cardId)).rejects.toMatchObject({ code: 'conflict' })
    await start(giulia, card.cardId, later)
    for (const actor of [await aStaff(), await aStaff('coordinator', giulia.orgId), card.hr])
      await expect(cancel(actor, card.cardId)).rejects.toMatchObject({ code: 'not_found' })
    const back = setClock(() => new Date('2026-12-01T06:00:00Z'))
    await expect(cancel(giulia, card.cardId)).rejects.toMatchObject({
      reason: 'relationship_placement_not_agreed',
    })
    back()
    expect((await look(card)).placement).toBeDefined()
  })
})

import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endPlacementSchema } from '#app/domain/placements/end-placement.schema.server.ts'
import { loadPlacement } from '#app/domain/placements/load-placement.server.ts'
import { myRecentAnswers } from '#app/domain/placements/my-recent-answers.server.ts'
import { recordPlacementSchema } from '#app/domain/placements/record-placement.schema.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { consents } from '#db/schema/candidates.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { anAnsweredCard, end, look, NOVEMBER_23, start } from './answered-card.ts'

const db = useTestDatabase()

let giulia: StaffActor
let restore: () => void
const aCard = (values: Parameters<typeof anAnsweredCard>[1] = {}) => anAnsweredCard(giulia, values)

beforeAll(async () => {
  restore = setClock(() => NOVEMBER_23)
  giulia = await aStaff()
})
afterAll(() => restore())

describe('recording a placement', () => {
  it('writes it with its trust, stage, audit and event; the person leaves the pool', async () => {
    const card = await aCard()
    expect((await withActor(giulia, myRecentAnswers)).map(({ cardId }) => cardId)).toContain(card.cardId)
    await start(giulia, card.cardId)
    const now = await look(card)
    expect(now).toMatchObject({
      stage: 'hosting',
      person: 'placed',
      matchable: false,
      trust: ['placement_begun'],
      told: ['placement.began'],
    })
    expect(now.score).toBeGreaterThan(50)
    expect(now.placement).toMatchObject({
      orgId: giulia.orgId,
      companyId: card.companyId,
      openingId: card.openingId,
      kind: 'internship',
      state: 'active',
      startsOn: '2026-11-02',
      endsOn: '2027-02-02',
      fundingSource: 'company',
    })
    const acts = await db.asSystem((tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, card.candidateId), eq(auditLog.orgId, giulia.orgId))),
    )
    expect(acts.map(({ action }) => action)).toEqual(['placement.recorded'])
    expect((await withActor(giulia, myRecentAnswers)).map(({ cardId }) => cardId)).not.toContain(card.cardId)
    await expect(start(giulia, card.cardId)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'relationship_placement_known',
    })
  })

  it('is a hire where the opening is a job, which needs no end', async () => {
    const card = await aCard({ kind: 'job', card: { answer: 'talk' } })
    await start(giulia, card.cardId, { endsOn: undefined })
    expect(await look(card)).toMatchObject({ stage: 'hiring', placement: { kind: 'job', endsOn: null } })
  })

  it('follows a yes of the company', async () => {
    const unanswered = { state: 'sent', answer: null, answeredAt: null } as const
    for (const card of [unanswered, { answer: 'not_now' } as const, { state: 'withdrawn' } as const]) {
      const { cardId } = await aCard({ card })
      await expect(start(giulia, cardId)).rejects.toMatchObject({
        reason: 'relationship_placement_not_welcomed',
      })
    }
  })

  it('begins after the card and not too far ahead; what is no job has an end', async () => {
    const { cardId } = await aCard()
    const wrong = async (values: Record<string, unknown>, field: string) =>
      expect(start(giulia, cardId, values)).rejects.toMatchObject({ code: 'invalid', field })
    await wrong({ startsOn: '2026-10-04' }, 'startsOn')
    await wrong({ startsOn: '2027-06-01', endsOn: '2027-09-01' }, 'startsOn')
    await wrong({ endsOn: undefined }, 'endsOn')
    await wrong({ endsOn: '2029-01-01' }, 'endsOn')
    const shape = recordPlacementSchema.safeParse({
      startsOn: '2026-11-02',
      endsOn: '2026-11-02',
      fundingSource: 'tooth fairy',
    })
    expect(shape.error?.issues.map(({ path }) => path[0])).toContain('fundingSource')
  })

  it("is for the case managers of the person's organisation alone", async () => {
    const { cardId, hr } = await aCard()
    const colleague = await aStaff('case_manager', giulia.orgId)
    const others = [
      await aStaff(),
      await aStaff('coordinator', giulia.orgId),
      await aStaff('admin', giulia.orgId),
      hr,
    ]
    for (const actor of others) {
      await expect(start(actor, cardId)).rejects.toMatchObject({ code: 'not_found' })
      await expect(withActor(actor, (tx) => loadPlacement(tx, cardId))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    await start(colleague, cardId)
    for (const actor of others) {
      await expect(end(actor, cardId, 'completed')).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('is read by its own people, which is written down', async () => {
    const { cardId, code, candidateId } = await aCard()
    expect(await withActor(giulia, (tx) => loadPlacement(tx, cardId))).toMatchObject({
      code,
      welcomed: true,
      placement: null,
    })
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, candidateId)),
    )
    expect(acts.map(({ action }) => action)).toEqual(['candidate.read'])
  })
})

describe('ending a placement', () => {
  const ended = async (outcome: string, values: Parameters<typeof aCard>[0] = {}, endedOn?: string) => {
    const card = await aCard(values)
    await start(giulia, card.cardId, values.kind === 'job' ? { endsOn: undefined } : {})
    const before = await look(card)
    await end(giulia, card.cardId, outcome, endedOn)
    return { card, before, after: await look(card) }
  }

  it('completed: good for the company, and the person is in the pool again', async () => {
    const { before, after } = await ended('completed')
    expect(after).toMatchObject({
      person: 'active',
      matchable: true,
      trust: ['placement_begun', 'placement_completed'],
      told: ['placement.began', 'placement.ended'],
      placement: { state: 'completed', becameHire: false, endsOn: '2026-11-20' },
    })
    expect(after.score).toBeGreaterThan(before.score)
  })

  it('hired: the company stands on the rung of those who hire, the person stays at work', async () => {
    const { after } = await ended('became_hire')
    expect(after).toMatchObject({
      stage: 'hiring',
      person: 'placed',
      matchable: false,
      trust: ['internship_became_hire', 'placement_begun', 'placement_completed'],
      placement: { state: 'completed', becameHire: true },
    })
  })

  it('ended by the company without cause: costs trust; ended otherwise: costs none', async () => {
    const byCompany = await ended('ended_by_company')
    expect(byCompany.after.score).toBeLessThan(byCompany.before.score)
    expect(byCompany.after).toMatchObject({ placement: { state: 'ended_early' }, person: 'active' })
    const otherwise = await ended('ended_otherwise')
    expect(otherwise.after).toMatchObject({ trust: ['placement_begun'], score: otherwise.before.score })
  })

  it('brings nobody back who has withdrawn from being matched', async () => {
    const card = await aCard()
    await start(giulia, card.cardId)
    await db.asSystem((tx) =>
      tx.insert(consents).values({
        ...{ orgId: giulia.orgId, id: newId(), candidateId: card.candidateId, purpose: 'matching' },
        ...{ decision: 'withdrawn', textHash: 'test', language: 'it', withMediator: false },
        ...{ channel: 'phone', recordedBy: giulia.userId, at: new Date(+NOVEMBER_23 + 1) },
      }),
    )
    await end(giulia, card.cardId, 'completed')
    expect(await look(card)).toMatchObject({ person: 'active', matchable: false })
  })

  it('happens once, after its beginning; a job turns into nothing else', async () => {
    const { card } = await ended('completed')
    await expect(end(giulia, card.cardId, 'completed')).rejects.toMatchObject({ code: 'conflict' })
    const job = await aCard({ kind: 'job' })
    await start(giulia, job.cardId, { endsOn: undefined })
    await expect(end(giulia, job.cardId, 'became_hire')).rejects.toMatchObject({ field: 'outcome' })
    await expect(end(giulia, job.cardId, 'completed', '2026-11-01')).rejects.toMatchObject({
      field: 'endedOn',
    })
    expect(
      endPlacementSchema.safeParse({ outcome: 'completed', endedOn: '2026-11-24' }).error?.issues[0]?.message,
    ).toBe('relationship_day_not_past')
  })
})

import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { OpeningIncomplete } from '#app/domain/openings/opening-incomplete.ts'
import { postOpening } from '#app/domain/openings/post-opening.server.ts'
import { saveOpeningStep } from '#app/domain/openings/save-opening-step.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { stageChanges, trustEvents } from '#db/schema/trust.ts'
import { aCompany, anHrContact } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aDraft, aFullDraft, auditedOf, refusal, topicsOf } from './opening-looks.ts'
import { whatIsLookedFor } from './step-values.ts'

const db = useTestDatabase()

describe('posting', () => {
  test('tells which step lacks what, and posts nothing', async () => {
    const hr = await anHrContact()
    const id = await aDraft(hr)
    await withActor(hr, (tx) =>
      saveOpeningStep(tx, id, 1, { step: 1, values: { ...whatIsLookedFor, tasks: '' } }),
    )
    const error = (await refusal(withActor(hr, (tx) => postOpening(tx, id, 2)))) as OpeningIncomplete
    expect(error).toMatchObject({ code: 'invalid', reason: 'openings_incomplete' })
    expect(error.gaps.map(({ step, field }) => `${step} ${field}`)).toEqual([
      '1 tasks',
      '2 skills',
      '3 shifts',
      '3 placeCode',
      '3 startFrom',
      '3 startLatest',
      '4 italianSpoken',
    ])
    expect(await topicsOf(id)).toEqual([])
    const [row] = await db.asSystem((tx) => tx.select().from(openings).where(eq(openings.id, id)))
    expect(row).toMatchObject({ state: 'draft', postedAt: null })
  })

  test.each(['pending', 'verified', 'rejected'] as const)(
    'by a %s company leaves event, audit, trust event, score and stage',
    async (verification) => {
      const hr = await anHrContact(await aCompany({ verification }))
      const id = await aFullDraft(hr)
      await withActor(hr, (tx) => postOpening(tx, id, 4))
      const { companyId } = hr
      const [row] = await db.asSystem((tx) => tx.select().from(openings).where(eq(openings.id, id)))
      expect(row).toMatchObject({ state: 'open', version: 5, postedAt: expect.any(Date) as Date })
      expect(await topicsOf(id)).toEqual(['opening.posted'])
      expect(await auditedOf(id)).toContain('opening.posted')
      const events = await db.asSystem((tx) =>
        tx.select().from(trustEvents).where(eq(trustEvents.companyId, companyId)),
      )
      expect(events).toMatchObject([
        { kind: 'opening_posted', causeType: 'opening', causeId: id, authorId: hr.userId, withdrawnAt: null },
      ])
      const [company] = await db.asSystem((tx) =>
        tx.select().from(companies).where(eq(companies.id, companyId)),
      )
      // 50 + 50·tanh(6/40), see trust.md.
      expect(company).toMatchObject({ stage: 'posting', trustScore: 57.44, version: 1 })
      const moves = await db.asSystem((tx) =>
        tx.select().from(stageChanges).where(eq(stageChanges.companyId, companyId)),
      )
      expect(moves).toMatchObject([
        { fromStage: 'new', toStage: 'posting', cause: 'opening_posted', authorId: hr.userId },
      ])
      expect(await auditedOf(companyId)).toEqual(['trust.event_recorded', 'company.stage_moved'])
    },
  )

  test('a second opening raises the score again and leaves the stage alone', async () => {
    const hr = await anHrContact(await aCompany({ stage: 'hiring' }))
    for (const id of [await aFullDraft(hr), await aFullDraft(hr)]) {
      await withActor(hr, (tx) => postOpening(tx, id, 4))
    }
    const [company] = await db.asSystem((tx) =>
      tx.select().from(companies).where(eq(companies.id, hr.companyId)),
    )
    expect(company).toMatchObject({ stage: 'hiring', trustScore: 64.57 })
    const moves = await db.asSystem((tx) =>
      tx.select().from(stageChanges).where(eq(stageChanges.companyId, hr.companyId)),
    )
    expect(moves).toEqual([])
  })

  test('does not open the relationship to the company: after it she still reads no trust event', async () => {
    const hr = await anHrContact()
    const id = await aFullDraft(hr)
    const seen = await withActor(hr, async (tx) => {
      await postOpening(tx, id, 4)
      return { events: await tx.select().from(trustEvents), companies: await tx.select().from(companies) }
    })
    expect(seen.events).toEqual([])
    expect(seen.companies.map((company) => company.id)).toEqual([hr.companyId])
  })

  test('twice: the second is told', async () => {
    const hr = await anHrContact()
    const id = await aFullDraft(hr)
    await withActor(hr, (tx) => postOpening(tx, id, 4))
    expect(await refusal(withActor(hr, (tx) => postOpening(tx, id, 4)))).toMatchObject({ code: 'stale' })
    expect(await refusal(withActor(hr, (tx) => postOpening(tx, id, 5)))).toMatchObject({
      code: 'conflict',
      reason: 'openings_already_posted',
    })
    expect(await topicsOf(id)).toEqual(['opening.posted'])
  })
})

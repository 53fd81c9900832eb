import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { discardDraft } from '#app/domain/openings/discard-draft.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { saveOpeningStep } from '#app/domain/openings/save-opening-step.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { openings, openingSkills } from '#db/schema/openings.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aDraft, aFullDraft, auditedOf, refusal, topicsOf, versionOf } from './opening-looks.ts'
import { skills, whatIsLookedFor, whenWhere } from './step-values.ts'

const db = useTestDatabase()

describe('a draft', () => {
  test('begins with the first step and is saved step by step, in any order', async () => {
    const hr = await anHrContact()
    const id = await aFullDraft(hr)
    const view = await withActor(hr, (tx) => loadOpening(tx, id))
    expect(view).toMatchObject({
      ...whatIsLookedFor,
      ...whenWhere.values,
      state: 'draft',
      stepsDone: 4,
      version: 4,
      payMonthlyCents: 600_00,
      offers: ['canteen', 'tutor'],
      teaches: ['sk-second-courses'],
      gaps: [],
    })
    expect(view.skills).toEqual(skills.values.skills)
    const [row] = await db.asSystem((tx) => tx.select().from(openings).where(eq(openings.id, id)))
    expect(row).toMatchObject({ placeCode: '001125' })
    expect(row?.lat).toBeCloseTo(45.46, 1)
    expect(row?.lng).toBeCloseTo(7.87, 1)
    expect(await auditedOf(id)).toEqual([
      'opening.started',
      'opening.saved',
      'opening.saved',
      'opening.saved',
    ])
    expect(await topicsOf(id)).toEqual([])
  })

  test('is saved by one of two people at once; the second is told', async () => {
    const hr = await anHrContact()
    const colleague = await anHrContact(hr.companyId)
    const id = await aDraft(hr)
    await withActor(colleague, (tx) => saveOpeningStep(tx, id, 1, skills))
    const error = await refusal(
      withActor(hr, (tx) => saveOpeningStep(tx, id, 1, { ...skills, values: { skills: [] } })),
    )
    expect(error).toMatchObject({ code: 'stale', reason: 'openings_changed_meanwhile' })
    const kept = await db.asSystem((tx) =>
      tx.select().from(openingSkills).where(eq(openingSkills.openingId, id)),
    )
    expect(kept).toHaveLength(2)
  })

  test('two saves at the same moment leave exactly one', async () => {
    const hr = await anHrContact()
    const id = await aDraft(hr)
    const saves = await Promise.allSettled(
      [0, 1, 2].map(() => withActor(hr, (tx) => saveOpeningStep(tx, id, 1, whenWhere))),
    )
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await versionOf(id)).toBe(2)
  })

  test('can be thrown away, and a posted opening can not', async () => {
    const hr = await anHrContact()
    const id = await aFullDraft(hr)
    await withActor(hr, (tx) => discardDraft(tx, id, 4))
    expect(await db.asSystem((tx) => tx.select().from(openings).where(eq(openings.id, id)))).toEqual([])
    expect(
      await db.asSystem((tx) => tx.select().from(openingSkills).where(eq(openingSkills.openingId, id))),
    ).toEqual([])
    const posted = await anOpening({ companyId: hr.companyId })
    expect(await refusal(withActor(hr, (tx) => discardDraft(tx, posted, 1)))).toMatchObject({
      code: 'conflict',
    })
  })
})

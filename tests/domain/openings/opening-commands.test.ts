import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { closeOpening } from '#app/domain/openings/close-opening.server.ts'
import { discardDraft } from '#app/domain/openings/discard-draft.server.ts'
import { duplicateOpening } from '#app/domain/openings/duplicate-opening.server.ts'
import { editOpening } from '#app/domain/openings/edit-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import type { OpeningIncomplete } from '#app/domain/openings/opening-incomplete.ts'
import { pauseOpening } from '#app/domain/openings/pause-opening.server.ts'
import { postOpening } from '#app/domain/openings/post-opening.server.ts'
import { resumeOpening } from '#app/domain/openings/resume-opening.server.ts'
import { saveOpeningStep } from '#app/domain/openings/save-opening-step.server.ts'
import { startOpening } from '#app/domain/openings/start-opening.server.ts'
import type { Actor, HrActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { companies } from '#db/schema/companies.ts'
import { openings, openingSkills } from '#db/schema/openings.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { stageChanges, trustEvents } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { conditions, skills, whatIsLookedFor, whenWhere } from './step-values.ts'

const db = useTestDatabase()

const version = async (id: OpeningId): Promise<number> => {
  const [row] = await db.asSystem((tx) => tx.select().from(openings).where(eq(openings.id, id)))
  return row?.version ?? 0
}
const topicsOf = (id: OpeningId) =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(outbox)
    return rows.filter(({ payload }) => payload.openingId === id).map(({ topic }) => topic)
  })
const auditedOf = (id: string) =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.seq)
    return rows.map(({ action }) => action)
  })
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

async function aDraft(hr: HrActor): Promise<OpeningId> {
  return withActor(hr, (tx) => startOpening(tx, hr.companyId, whatIsLookedFor))
}

async function aFullDraft(hr: HrActor): Promise<OpeningId> {
  const id = await aDraft(hr)
  await withActor(hr, async (tx) => {
    await saveOpeningStep(tx, id, 1, conditions)
    await saveOpeningStep(tx, id, 2, whenWhere)
    await saveOpeningStep(tx, id, 3, skills)
  })
  return id
}

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
    expect(await version(id)).toBe(2)
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

describe('who may not', () => {
  const commands: [string, (actor: Actor, id: OpeningId) => Promise<unknown>][] = [
    ['save', (actor, id) => withActor(actor, (tx) => saveOpeningStep(tx, id, 1, skills))],
    ['edit', (actor, id) => withActor(actor, (tx) => editOpening(tx, id, 1, skills))],
    ['post', (actor, id) => withActor(actor, (tx) => postOpening(tx, id, 1))],
    ['pause', (actor, id) => withActor(actor, (tx) => pauseOpening(tx, id, 1))],
    ['resume', (actor, id) => withActor(actor, (tx) => resumeOpening(tx, id, 1))],
    ['close', (actor, id) => withActor(actor, (tx) => closeOpening(tx, id, 1, 'other'))],
    ['duplicate', (actor, id) => withActor(actor, (tx) => duplicateOpening(tx, id, 1))],
    ['discard', (actor, id) => withActor(actor, (tx) => discardDraft(tx, id, 1))],
  ]

  test.each(commands)(
    '%s: another company, a case manager, a coordinator, an administrator',
    async (_name, command) => {
      const id = await anOpening()
      const others = [await anHrContact(), await aStaff(), await aStaff('coordinator'), await aStaff('admin')]
      for (const other of others)
        expect(await refusal(command(other, id))).toMatchObject({ code: 'not_found' })
      expect(await version(id)).toBe(1)
      expect(await topicsOf(id)).toEqual([])
    },
  )

  test('start an opening of another company', async () => {
    const [hr, other] = [await anHrContact(), await aCompany()]
    const error = await refusal(withActor(hr, (tx) => startOpening(tx, other, whatIsLookedFor)))
    expect(error).toMatchObject({ code: 'not_found' })
  })

  test('read: another company and an administrator; the network may', async () => {
    const id = await anOpening()
    for (const actor of [await anHrContact(), await aStaff('admin')]) {
      expect(await refusal(withActor(actor, (tx) => loadOpening(tx, id)))).toMatchObject({
        code: 'not_found',
      })
    }
    const view = await withActor(await aStaff(), (tx) => loadOpening(tx, id))
    expect(view.id).toBe(id)
  })
})

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

describe('a posted opening', () => {
  test('is edited, with an event, and refuses what would leave a gap', async () => {
    const hr = await anHrContact()
    const id = await anOpening({ companyId: hr.companyId, tasks: 'Cucina' })
    await withActor(hr, (tx) =>
      editOpening(tx, id, 1, { step: 1, values: { ...whatIsLookedFor, title: 'Cuoca o cuoco' } }),
    )
    expect(await withActor(hr, (tx) => loadOpening(tx, id))).toMatchObject({
      title: 'Cuoca o cuoco',
      version: 2,
    })
    expect(await topicsOf(id)).toEqual(['opening.changed'])
    const emptied = withActor(hr, (tx) =>
      editOpening(tx, id, 2, { step: 1, values: { ...whatIsLookedFor, tasks: '' } }),
    )
    expect(await refusal(emptied)).toMatchObject({
      code: 'invalid',
      reason: 'openings_tasks_missing',
      field: 'tasks',
    })
    const past = { ...whenWhere.values, startFrom: '2020-01-01', startLatest: '2020-02-01' }
    expect(
      await refusal(withActor(hr, (tx) => editOpening(tx, id, 2, { step: 3, values: past }))),
    ).toMatchObject({
      reason: 'openings_start_latest_past',
      field: 'startLatest',
    })
    expect(await version(id)).toBe(2)
  })

  test('edited meanwhile: the second is told and the first stands', async () => {
    const hr = await anHrContact()
    const id = await anOpening({ companyId: hr.companyId, tasks: 'Cucina' })
    await withActor(hr, (tx) => editOpening(tx, id, 1, skills))
    expect(await refusal(withActor(hr, (tx) => editOpening(tx, id, 1, conditions)))).toMatchObject({
      code: 'stale',
      reason: 'openings_changed_meanwhile',
    })
  })

  test('is paused, taken up again and closed, each with its event and audit row', async () => {
    const hr = await anHrContact()
    const id = await anOpening({ companyId: hr.companyId, tasks: 'Cucina' })
    await withActor(hr, (tx) => pauseOpening(tx, id, 1))
    expect(await refusal(withActor(hr, (tx) => pauseOpening(tx, id, 2)))).toMatchObject({
      reason: 'openings_already_paused',
    })
    await withActor(hr, (tx) => resumeOpening(tx, id, 2))
    await withActor(hr, (tx) => closeOpening(tx, id, 3, 'filled_by_network'))
    const view = await withActor(hr, (tx) => loadOpening(tx, id))
    expect(view).toMatchObject({
      state: 'closed',
      closeReason: 'filled_by_network',
      closedAt: expect.any(String) as string,
    })
    expect(await topicsOf(id)).toEqual(['opening.paused', 'opening.changed', 'opening.closed'])
    expect(await auditedOf(id)).toEqual(['opening.paused', 'opening.resumed', 'opening.closed'])
    const again = [
      (tx: Tx) => resumeOpening(tx, id, 4),
      (tx: Tx) => editOpening(tx, id, 4, skills),
      (tx: Tx) => closeOpening(tx, id, 4, 'other'),
    ]
    for (const command of again) {
      expect(await refusal(withActor<unknown>(hr, command))).toMatchObject({
        code: 'conflict',
        reason: 'openings_already_closed',
      })
    }
  })

  test('is not taken up again once its start has passed', async () => {
    const hr = await anHrContact()
    const id = await anOpening({
      companyId: hr.companyId,
      state: 'paused',
      tasks: 'Cucina',
      startFrom: '2020-01-01',
      startLatest: '2020-02-01',
    })
    expect(await refusal(withActor(hr, (tx) => resumeOpening(tx, id, 1)))).toMatchObject({
      reason: 'openings_incomplete',
    })
  })

  test('is copied into a draft of its own, closed ones too', async () => {
    const hr = await anHrContact()
    const id = await aFullDraft(hr)
    await withActor(hr, (tx) => postOpening(tx, id, 4))
    await withActor(hr, (tx) => closeOpening(tx, id, 5, 'postponed'))
    const copy = await withActor(hr, (tx) => duplicateOpening(tx, id, 6))
    const [first, second] = await withActor(hr, async (tx) => [
      await loadOpening(tx, id),
      await loadOpening(tx, copy),
    ])
    expect(second).toMatchObject({
      state: 'draft',
      version: 1,
      postedAt: null,
      closedAt: null,
      closeReason: null,
    })
    const { skills, shifts, startLatest, payMonthlyCents, gaps } = first
    expect(second).toMatchObject({ skills, shifts, startLatest, payMonthlyCents, gaps })
    expect(await topicsOf(copy)).toEqual([])
  })

  test('copied after its start asks for a new one', async () => {
    const hr = await anHrContact()
    const id = await anOpening({
      companyId: hr.companyId,
      startFrom: '2020-01-01',
      startLatest: '2020-02-01',
    })
    const copy = await withActor(hr, (tx) => duplicateOpening(tx, id, 1))
    const [row] = await db.asSystem((tx) =>
      tx
        .select()
        .from(openings)
        .where(and(eq(openings.id, copy), eq(openings.companyId, hr.companyId))),
    )
    expect(row).toMatchObject({ startFrom: null, startLatest: null, state: 'draft' })
  })
})

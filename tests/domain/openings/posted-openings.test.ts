import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { closeOpening } from '#app/domain/openings/close-opening.server.ts'
import { duplicateOpening } from '#app/domain/openings/duplicate-opening.server.ts'
import { editOpening } from '#app/domain/openings/edit-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { pauseOpening } from '#app/domain/openings/pause-opening.server.ts'
import { postOpening } from '#app/domain/openings/post-opening.server.ts'
import { resumeOpening } from '#app/domain/openings/resume-opening.server.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { openings } from '#db/schema/openings.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aFullDraft, auditedOf, refusal, topicsOf, versionOf } from './opening-looks.ts'
import { conditions, skills, whatIsLookedFor, whenWhere } from './step-values.ts'

const db = useTestDatabase()

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
    expect(await versionOf(id)).toBe(2)
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

import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dayList } from '#app/domain/day/day-list.server.ts'
import { justSettled } from '#app/domain/day/just-settled.server.ts'
import { settleLines } from '#app/domain/day/settle-lines.server.ts'
import type { Settling } from '#app/domain/day/settling.ts'
import { undoLines } from '#app/domain/day/undo-lines.server.ts'
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts'
import { postponeFollowUp } from '#app/domain/follow-ups/postpone-follow-up.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { CompanyId, FollowUpId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog } from '#db/schema/operations.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aTask } from './lines.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')
let restore = () => {}
let giulia: StaffActor
let marco: StaffActor
let sara: StaffActor
let companyId: CompanyId

const at = (instant: Date) => {
  restore()
  restore = setClock(() => instant)
}

beforeAll(async () => {
  at(TODAY)
  giulia = await aStaff()
  marco = await aStaff('case_manager', giulia.orgId)
  sara = await aStaff()
  companyId = await aCompany({ leadOrgId: giulia.orgId, leadUserId: giulia.userId })
})
afterEach(() => at(TODAY))

const rowOf = (id: FollowUpId) =>
  db.asSystem(async (tx) => (await tx.select().from(followUps).where(eq(followUps.id, id)))[0])
const settle = (ids: readonly string[], what: Settling, actor = giulia) =>
  withActor(actor, (tx) =>
    settleLines(
      tx,
      ids.map((id) => ({ kind: 'task', id })),
      what,
    ),
  )
const undo = (batchId: string, actor = giulia) => withActor(actor, (tx) => undoLines(tx, batchId))
const acts: [string, Settling][] = [
  ['done', { act: 'done' }],
  ['postponed', { act: 'postponed', dueOn: '2026-11-27', reason: 'È in ferie' }],
  ['skipped', { act: 'skipped', reason: 'Già sentiti' }],
]

describe('settling lines', () => {
  it.each(acts)('%s: all the chosen ones at once, and all are taken back at once', async (act, what) => {
    const two = [await aTask(giulia, companyId), await aTask(giulia, companyId)]
    const before = await Promise.all(two.map(rowOf))
    const { batchId, settled, left } = await settle(two, what)
    expect([settled, left]).toEqual([2, 0])
    expect(
      (await Promise.all(two.map(rowOf))).every(
        (row, i) => row?.state !== before[i]?.state || act === 'postponed',
      ),
    ).toBe(true)
    expect(await withActor(giulia, (tx) => justSettled(tx, batchId))).toMatchObject({
      act,
      count: 2,
      task: null,
    })
    await undo(batchId)
    expect(await Promise.all(two.map(rowOf))).toEqual(before)
    expect(await withActor(giulia, (tx) => justSettled(tx, batchId))).toBeNull()
    await expect(undo(batchId)).rejects.toMatchObject({ reason: 'relationship_undo_too_late' })
  })

  it('hands on and takes back, each with its row in the audit log', async () => {
    const id = await aTask(giulia, companyId)
    const { batchId } = await settle([id], { act: 'handed_on', to: sara.userId })
    expect(await rowOf(id)).toMatchObject({ assigneeId: sara.userId })
    await undo(batchId)
    expect(await rowOf(id)).toMatchObject({ assigneeId: giulia.userId, why: '' })
    const rows = await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, id)))
    expect(rows.map(({ action }) => action)).toEqual(['follow_up.handed_on', 'follow_up.reopened'])
  })

  it('settles what it can, and says how many it could not', async () => {
    const open = await aTask(giulia, companyId)
    const over = await aTask(giulia, companyId, { state: 'done' })
    const foreign = await aTask(sara, await aCompany({ leadOrgId: sara.orgId, leadUserId: sara.userId }))
    expect(await settle([open, over, foreign], { act: 'done' })).toMatchObject({ settled: 1, left: 2 })
    expect(await rowOf(foreign)).toMatchObject({ state: 'planned' })
    await expect(settle([over], { act: 'done' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(settle([foreign], { act: 'done' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is nothing for a message, which no day shows', async () => {
    const message = await aTask(giulia, companyId, { kind: 'message', ruleKey: 'story_thanks' })
    await expect(settle([message], { act: 'skipped', reason: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('taking back', () => {
  it('is for whoever did it, within the hour', async () => {
    const { batchId } = await settle([await aTask(giulia, companyId)], { act: 'done' })
    await expect(undo(batchId, marco)).rejects.toMatchObject({ reason: 'relationship_undo_too_late' })
    at(new Date(+TODAY + HOUR))
    await expect(undo(batchId)).rejects.toMatchObject({ reason: 'relationship_undo_too_late' })
  })

  it('leaves alone what a colleague has gone on with since, and the others of the batch too', async () => {
    const two = [await aTask(giulia, companyId), await aTask(giulia, companyId)] as const
    const { batchId } = await settle(two, { act: 'handed_on', to: marco.userId })
    await withActor(marco, (tx) => completeFollowUp(tx, two[0]))
    await expect(undo(batchId)).rejects.toMatchObject({ reason: 'day_undo_moved_on' })
    expect(await rowOf(two[0])).toMatchObject({ state: 'done', doneBy: marco.userId })
    expect(await rowOf(two[1])).toMatchObject({ assigneeId: marco.userId })
  })

  it('gives nothing back to a colleague whose account was shut meanwhile: her organisation has it', async () => {
    const [coordinator, gone] = [await aStaff('coordinator'), await aStaff()]
    const id = await aTask(gone, companyId)
    const { batchId } = await settle([id], { act: 'handed_on', to: sara.userId }, coordinator)
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, gone.userId)))
    await undo(batchId, coordinator)
    expect(await rowOf(id)).toMatchObject({ assigneeId: null, assigneeOrgId: gone.orgId })
  })

  it('restores the reason that stood there before', async () => {
    const id = await aTask(giulia, companyId)
    await withActor(giulia, (tx) => postponeFollowUp(tx, id, { dueOn: '2026-11-25', reason: 'Fiera' }))
    const { batchId } = await settle([id], { act: 'postponed', dueOn: '2026-11-30', reason: 'Ferie' })
    await undo(batchId)
    expect(await rowOf(id)).toMatchObject({
      postponedReason: 'Fiera',
      dueAt: new Date('2026-11-25T17:00:00Z'),
    })
  })
})

describe('a company that cools', () => {
  const cooling = async () => {
    const ada = await aStaff()
    const id = await aCompany({
      ...{ leadOrgId: ada.orgId, leadUserId: ada.userId },
      createdAt: new Date(+TODAY - 300 * DAY),
    })
    await db.asSystem((tx) =>
      tx.insert(trustEvents).values({
        ...{ id: newId<string>(), companyId: id, kind: 'incident_confirmed', causeType: 'placement' },
        ...{ occurredAt: new Date(+TODAY - DAY), createdAt: TODAY },
      }),
    )
    const line = { kind: 'cooling', id } as const
    const shown = async () =>
      (await withActor(ada, (tx) => dayList(tx, { page: 1, perPage: 9 }))).lines.map(({ ref }) => ref.id)
    const act = (what: Settling) => withActor(ada, (tx) => settleLines(tx, [line], what))
    return { ada, id, shown, act }
  }

  it('leaves the list when it was looked at, and comes back when that is taken back', async () => {
    const { ada, id, shown, act } = await cooling()
    expect(await shown()).toEqual([id])
    const { batchId } = await act({ act: 'done' })
    expect(await shown()).toEqual([])
    await undo(batchId, ada)
    expect(await shown()).toEqual([id])
  })

  it('comes back on the day that it was put off to', async () => {
    const { shown, id, act } = await cooling()
    await act({ act: 'postponed', dueOn: '2026-11-25', reason: 'Sono in ferie' })
    expect(await shown()).toEqual([])
    at(new Date('2026-11-25T09:00:00Z'))
    expect(await shown()).toEqual([id])
  })

  it('handed on is a task of the colleague, which taking back cancels', async () => {
    const { ada, id, act } = await cooling()
    const { batchId } = await act({ act: 'handed_on', to: sara.userId })
    const tasks = () => db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, id)))
    expect(await tasks()).toMatchObject([
      { assigneeId: sara.userId, template: 'day_task_cooling', why: `handed_on:${ada.userId}` },
    ])
    await undo(batchId, ada)
    expect(await tasks()).toMatchObject([{ state: 'cancelled' }])
  })
})

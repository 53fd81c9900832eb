import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayList } from '#app/domain/day/day-list.server.ts'
import { colleagues } from '#app/domain/follow-ups/colleagues.server.ts'
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts'
import { handOnFollowUp } from '#app/domain/follow-ups/hand-on-follow-up.server.ts'
import { postponeFollowUp } from '#app/domain/follow-ups/postpone-follow-up.server.ts'
import { skipFollowUp } from '#app/domain/follow-ups/skip-follow-up.server.ts'
import { ANONYMOUS, type Actor, type StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId, FollowUpId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')

let giulia: StaffActor
let marco: StaffActor
let sara: StaffActor
let companyId: CompanyId
let restore: () => void

beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
  marco = await aStaff('case_manager', giulia.orgId)
  sara = await aStaff()
  companyId = await aCompany({ leadOrgId: giulia.orgId, leadUserId: giulia.userId })
})
afterAll(() => restore())

async function aTask(values: Partial<typeof followUps.$inferInsert> = {}): Promise<FollowUpId> {
  const id = newId<FollowUpId>()
  const company = values.companyId ?? companyId
  await db.asSystem((tx) =>
    tx.insert(followUps).values({
      ...{ id, subjectType: 'company', subjectId: company, companyId: company, kind: 'task' },
      ...{ template: 'follow_ups_task_no_contact', dueAt: TODAY, createdAt: TODAY },
      ...{ assigneeId: giulia.userId, assigneeOrgId: giulia.orgId },
      ...values,
    }),
  )
  return id
}

const rowOf = (id: FollowUpId) =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(followUps).where(eq(followUps.id, id))
    return row
  })
const actsOn = async (id: string) =>
  (await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, id)))).map(
    ({ action }) => action,
  )
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => withActor(actor, work)
const day = (tx: Tx) => dayList(tx, { page: 1, perPage: 50 })
const put = (id: FollowUpId, dueOn: string, reason = 'Aspettano il budget') =>
  as(giulia, (tx) => postponeFollowUp(tx, id, { dueOn, reason }))

describe('settling a task', () => {
  it('says who and when, once', async () => {
    const id = await aTask()
    await as(marco, (tx) => completeFollowUp(tx, id))
    expect(await rowOf(id)).toMatchObject({ state: 'done', doneAt: TODAY, doneBy: marco.userId })
    expect(await actsOn(id)).toEqual(['follow_up.done'])
    await expect(as(giulia, (tx) => completeFollowUp(tx, id))).rejects.toMatchObject({
      code: 'conflict',
      reason: 'follow_ups_refused_not_a_move',
    })
  })

  it('is skipped with the reason', async () => {
    const id = await aTask()
    await expect(as(giulia, (tx) => skipFollowUp(tx, id, ' '))).rejects.toMatchObject({ field: 'reason' })
    await as(giulia, (tx) => skipFollowUp(tx, id, 'Già sentiti alla fiera'))
    expect(await rowOf(id)).toMatchObject({ state: 'skipped', postponedReason: 'Già sentiti alla fiera' })
  })

  it('does not settle a message by hand, and leaves alone one that is on its way', async () => {
    const message = { kind: 'message', template: 'check_in', ruleKey: 'check_in_company_day_3' } as const
    const planned = await aTask({ ...message, dueAt: new Date(+TODAY + DAY) })
    await expect(as(giulia, (tx) => completeFollowUp(tx, planned))).rejects.toMatchObject({
      code: 'conflict',
    })
    await as(giulia, (tx) => skipFollowUp(tx, planned, 'La sento io'))
    const released = await aTask({ ...message, occurrence: 2, releasedAt: TODAY })
    await expect(as(giulia, (tx) => skipFollowUp(tx, released, 'x'))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await rowOf(released)).toMatchObject({ state: 'planned' })
  })
})

describe('postponing', () => {
  it('moves it to the end of a later day, with the reason', async () => {
    const id = await aTask({ dueAt: new Date(+TODAY - 3 * DAY) })
    await put(id, '2026-11-27')
    expect(await rowOf(id)).toMatchObject({
      state: 'planned',
      dueAt: new Date('2026-11-27T17:00:00Z'),
      postponedReason: 'Aspettano il budget',
    })
    await expect(put(id, '2026-11-27')).rejects.toMatchObject({ field: 'dueOn' })
    await expect(put(id, '2026-12-27', '')).rejects.toMatchObject({ field: 'reason' })
  })

  it('lets a message leave in sending hours only', async () => {
    const id = await aTask({ kind: 'message', template: 'check_in', ruleKey: 'story_thanks' })
    await put(id, '2026-12-08')
    expect(await rowOf(id)).toMatchObject({ dueAt: new Date('2026-12-09T07:30:00Z') })
  })
})

describe('handing on', () => {
  it("puts it into the colleague's day, who sees from whom", async () => {
    const id = await aTask()
    expect((await as(giulia, colleagues)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([marco.userId, sara.userId]),
    )
    await as(giulia, (tx) => handOnFollowUp(tx, id, sara.userId))
    expect(await rowOf(id)).toMatchObject({
      state: 'planned',
      assigneeId: sara.userId,
      assigneeOrgId: sara.orgId,
    })
    const [line] = (await as(sara, day)).lines
    expect(line).toMatchObject({ task: { id, handedOnBy: giulia.name } })
    expect((await as(giulia, day)).lines.map(({ ref }) => ref.id)).not.toContain(id)
  })

  it('goes to somebody of the network who works, not to herself again', async () => {
    const id = await aTask()
    const gone = await aStaff()
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, gone.userId)))
    for (const to of [gone, await aStaff('admin'), await anHrContact(), giulia]) {
      await expect(as(giulia, (tx) => handOnFollowUp(tx, id, to.userId))).rejects.toMatchObject({
        reason: 'relationship_hand_on_impossible',
        field: 'to',
      })
    }
  })

  it('keeps a task about a placement in the organisation of the person', async () => {
    const id = await aTask({ subjectType: 'placement', subjectId: newId() })
    await expect(as(giulia, (tx) => handOnFollowUp(tx, id, sara.userId))).rejects.toMatchObject({
      code: 'invalid',
    })
    for (const actor of [sara, await aStaff('coordinator')]) {
      await expect(as(actor, (tx) => completeFollowUp(tx, id))).rejects.toMatchObject({ code: 'not_found' })
    }
    await as(giulia, (tx) => handOnFollowUp(tx, id, marco.userId))
    expect(await rowOf(id)).toMatchObject({ assigneeId: marco.userId })
  })
})

describe('whose task it is', () => {
  it('is none of an outsider, of the company, of an administrator', async () => {
    const id = await aTask()
    await expect(as(sara, (tx) => completeFollowUp(tx, id))).rejects.toMatchObject({ code: 'not_found' })
    for (const actor of [await anHrContact(companyId), await aStaff('admin'), ANONYMOUS]) {
      await expect(as(actor, (tx) => completeFollowUp(tx, id))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(as(actor, day)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await rowOf(id)).toMatchObject({ state: 'planned' })
  })

  it("is settled by the company's lead organisation, a coordinator, or anybody while it is nobody's", async () => {
    const free = { assigneeId: null, assigneeOrgId: null }
    const led = await aTask({ assigneeId: sara.userId, assigneeOrgId: sara.orgId })
    await as(marco, (tx) => completeFollowUp(tx, led))
    const coordinator = await aStaff('coordinator')
    const any = await aTask()
    await as(coordinator, (tx) => completeFollowUp(tx, any))
    const nobodys = await aTask({ ...free, companyId: await aCompany() })
    await as(sara, (tx) => completeFollowUp(tx, nobodys))
    for (const id of [led, any, nobodys]) expect(await rowOf(id)).toMatchObject({ state: 'done' })
  })
})

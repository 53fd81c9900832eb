import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayList, type DayLine } from '#app/domain/day/day-list.server.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aTask } from './lines.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')
const days = (count: number) => new Date(+TODAY + count * DAY)
let restore: () => void

beforeAll(() => {
  restore = setClock(() => TODAY)
})
afterAll(() => restore())

const listOf = (actor: StaffActor, page = 1, perPage = 50) =>
  withActor(actor, (tx) => dayList(tx, { page, perPage }))
const ids = (lines: readonly DayLine[], part?: string) =>
  lines.filter((line) => !part || line.part === part).map(({ ref }) => ref.id)

describe('the list of a day', () => {
  it('has what is overdue, of today and of the week, mine or left to nobody at the companies I lead', async () => {
    const ada = await aStaff()
    const sara = await aStaff()
    const hers = await aCompany({ leadOrgId: ada.orgId, leadUserId: ada.userId })
    const late = await aTask(ada, hers, { dueAt: days(-2) })
    const midnight = await aTask(ada, hers, { dueAt: new Date('2026-11-22T23:00:00Z') })
    const tonight = await aTask(ada, hers, { dueAt: new Date('2026-11-23T22:59:00Z') })
    const soon = await aTask(ada, hers, { dueAt: days(6), assigneeId: null, assigneeOrgId: null })
    await aTask(ada, hers, { dueAt: days(8) })
    await aTask(ada, hers, { state: 'done' })
    await aTask(ada, hers, { kind: 'message', ruleKey: 'x' })
    await aTask(sara, hers)
    const byHand = await withActor(ada, (tx) =>
      addTask(tx, { companyId: hers, title: 'Portare il modulo', dueOn: '2026-11-23' }),
    )
    const orphan = await aTask(ada, await aCompany(), { assigneeId: null, assigneeOrgId: null })

    const { lines, counts, later, unclaimed } = await listOf(ada)
    expect(ids(lines, 'overdue')).toEqual([late])
    expect(ids(lines, 'today')).toEqual([midnight, byHand, tonight])
    expect(ids(lines, 'week')).toEqual([soon])
    expect(counts).toEqual({ overdue: 1, today: 3, week: 1 })
    expect(lines.at(-1)).toMatchObject({ task: { unassigned: true } })
    expect(lines[2]).toMatchObject({
      task: { title: 'Portare il modulo', company: { id: hers, stage: 'new' } },
    })
    expect(later).toBe(1)
    expect(unclaimed.map(({ id }) => id)).toContain(orphan)
  })

  it('is read page by page, and a page beyond the last one is the last one', async () => {
    const ada = await aStaff()
    const company = await aCompany()
    const tasks: string[] = []
    for (let hour = 0; hour < 5; hour++)
      tasks.push(await aTask(ada, company, { dueAt: new Date(+TODAY + hour) }))
    const second = await listOf(ada, 2, 2)
    expect([ids(second.lines), second.pages, second.total]).toEqual([tasks.slice(2, 4), 3, 5])
    expect(ids((await listOf(ada, 99, 2)).lines)).toEqual(tasks.slice(4))
  })

  it('asks for a company that cools while nobody has planned to call it', async () => {
    const ada = await aStaff()
    const cold = await aCompany({ leadOrgId: ada.orgId, leadUserId: ada.userId, createdAt: days(-400) })
    const minded = await aCompany({ leadOrgId: ada.orgId, leadUserId: ada.userId, createdAt: days(-400) })
    const paused = { leadOrgId: ada.orgId, leadUserId: ada.userId, pausedUntil: days(30) }
    const resting = await aCompany({ ...paused, createdAt: days(-400) })
    await db.asSystem((tx) =>
      tx.insert(trustEvents).values(
        [cold, minded, resting].map((companyId) => ({
          ...{ id: newId<string>(), companyId, kind: 'incident_confirmed', causeType: 'placement' },
          ...{ occurredAt: days(-2), createdAt: days(-2) },
        })),
      ),
    )
    const planned = await aTask(ada, minded, { dueAt: days(3) })
    const { lines } = await listOf(ada)
    expect(ids(lines)).toEqual([cold, planned])
    expect(lines[0]).toMatchObject({ is: 'cooling', part: 'today' })
  })

  it('of a coordinator has her own tasks and nothing of any person', async () => {
    const nadia = await aStaff('coordinator')
    const company = await aCompany({ verification: 'pending' })
    const verify = await aTask(nadia, company, {
      template: 'mail_task_verify_company',
      ruleKey: 'verify_company',
    })
    expect(ids((await listOf(nadia)).lines)).toEqual([verify])
  })
})

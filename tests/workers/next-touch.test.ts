import { describe, expect, it } from 'vitest'
import { nextTouches } from '#app/domain/companies/next-touches.server.ts'
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts'
import { openTask } from '#app/domain/follow-ups/open-task.server.ts'
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts'
import { skipFollowUp } from '#app/domain/follow-ups/skip-follow-up.server.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { FollowUpId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { runAll } from './run-all.ts'
import { day, useScene } from './scene.ts'

const scene = useScene()
const { db, happens, plan, planned } = scene

/** The company that nobody speaks to has nothing but this task, every thirty days from the sixtieth on. */
const begin = () => happens('company.verified', { companyId: scene.hr.companyId })
const morningOf = async (days: number) => {
  scene.at += days * DAY
  await happens('company.plan_due', { companyId: scene.hr.companyId })
}
const next = async () => {
  const { companyId } = scene.hr
  return (await db.asSystem((tx) => nextTouches(tx, [companyId]))).get(companyId)
}
const theTask = async (): Promise<FollowUpId> => (await planned('no_contact'))[0]?.id ?? expect.fail()
const settle = async (work: (tx: Tx, id: FollowUpId) => Promise<void>, id: FollowUpId) => {
  await withActor(scene.lead, (tx) => work(tx, id))
  await runAll()
}

describe('what comes next with a company', { timeout: 60_000 }, () => {
  it('is there again as soon as the last task is done', async () => {
    await begin()
    await morningOf(62)
    await settle(completeFollowUp, await theTask())
    expect(day((await next())?.dueAt)).toBe('2027-02-15')
  })

  it('is there also when the task was done or skipped before its day', async () => {
    await begin()
    await settle(completeFollowUp, await theTask())
    expect(day((await next())?.dueAt)).toBe('2027-02-15')
    await settle((tx, id) => skipFollowUp(tx, id, 'Chiudono fino a primavera'), await theTask())
    expect(day((await next())?.dueAt)).toBe('2027-03-17')
  })

  it('is the same task when "done" was a slip of the finger, and the one after it comes back with the next "done"', async () => {
    await begin()
    await morningOf(62)
    const first = await theTask()
    await settle(completeFollowUp, first)
    const second = await theTask()
    await settle(reopenFollowUp, first)
    expect(await planned('no_contact')).toMatchObject([{ id: first }])
    await morningOf(1)
    expect(await planned('no_contact')).toMatchObject([{ id: first }])
    await settle(completeFollowUp, first)
    expect(await planned('no_contact')).toMatchObject([{ id: second }])
    expect(await plan()).toHaveLength(2)
  })

  it('a slip of the finger about one answer calls off nothing about the other', async () => {
    const { companyId } = scene.hr
    const answer = { rule: 'mail_reply', subject: { type: 'company', id: companyId }, companyId } as const
    const task = () =>
      db.asSystem((tx) => openTask(tx, { ...answer, title: 'inbound_task_reply', to: 'lead' }))
    await task()
    await task()
    const [first, second] = (await planned('mail_reply')).toSorted((a, b) => a.occurrence - b.occurrence)
    if (!first || !second) return expect.fail()
    await settle(completeFollowUp, first.id)
    await settle(reopenFollowUp, first.id)
    expect((await planned('mail_reply')).map(({ id }) => id).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    )
  })

  it('is there after years of silence', async () => {
    await begin()
    for (let month = 0; month < 30; month += 1) {
      await morningOf(month === 0 ? 62 : 30)
      await settle(completeFollowUp, await theTask())
    }
    expect(+((await next())?.dueAt ?? 0)).toBeGreaterThan(scene.at)
  })
})

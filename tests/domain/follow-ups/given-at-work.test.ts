import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { deactivateAccount } from '#app/domain/accounts/set-account-active.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import { openTask } from '#app/domain/follow-ups/open-task.server.ts'
import { closeOwner } from '#app/domain/ownership/owner-lock.server.ts'
import { ownedBy } from '#app/domain/ownership/owned-by.server.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { users } from '#db/schema/accounts.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const shut = (tx: Tx, { userId }: StaffActor) =>
  tx.update(users).set({ active: false }).where(eq(users.id, userId))
const ask = (companyId: CompanyId, to: Parameters<typeof openTask>[1]['to']) =>
  withActor(system('test'), (tx) =>
    openTask(tx, {
      rule: 'mail_reply',
      subject: { type: 'company', id: companyId },
      companyId,
      title: 'inbound_task_reply',
      to,
    }),
  )
const tasksOf = (companyId: CompanyId) =>
  db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, companyId)))

/** Shuts an account in a transaction that has decided to and not committed when `give` begins. */
async function whileShut(anna: StaffActor, give: () => Promise<unknown>) {
  let given: Promise<PromiseSettledResult<unknown>[]> | undefined
  await withActor(system('test'), async (tx) => {
    await closeOwner(tx, anna.userId)
    given = Promise.allSettled([give()])
    await new Promise((resolve) => setTimeout(resolve, 150))
    await shut(tx, anna)
  })
  return given
}
const owned = ({ userId }: StaffActor) => db.asSystem((tx) => ownedBy(tx, userId))

describe('an account that is being shut', () => {
  it('gets no task by its lead or by name: it waits for somebody else', async () => {
    const anna = await aStaff()
    const companyId = await aCompany({ leadOrgId: anna.orgId, leadUserId: anna.userId })
    await whileShut(anna, () => ask(companyId, 'lead'))
    expect(await tasksOf(companyId)).toMatchObject([{ assigneeId: null, assigneeOrgId: null }])

    const [bruno, other] = [await aStaff(), await aCompany()]
    await whileShut(bruno, () => ask(other, { assigneeId: bruno.userId, assigneeOrgId: bruno.orgId }))
    expect(await tasksOf(other)).toMatchObject([{ assigneeId: null, assigneeOrgId: bruno.orgId }])
  })

  it('takes no company and gives itself no task any more', async () => {
    const [anna, companyId] = [await aStaff(), await aCompany()]
    await whileShut(anna, () =>
      withActor(anna, (tx) => logInteraction(tx, companyId, { kind: 'call', outcome: 'neutral' })),
    )
    const bruno = await aStaff()
    const results = await whileShut(bruno, () =>
      withActor(bruno, (tx) => addTask(tx, { companyId, title: 'Richiamare', dueOn: '2030-01-07' as never })),
    )
    expect(results).toMatchObject([{ status: 'rejected', reason: { code: 'forbidden' } }])
    expect([await owned(anna), await owned(bruno)]).toMatchObject([
      { companies: 0, tasks: 0 },
      { companies: 0, tasks: 0 },
    ])
  })

  it.each([1, 2, 3])('is shut or has the task, never both (round %i)', async () => {
    const [anna, admin] = [await aStaff(), await aStaff('admin')]
    const companyId = await aCompany({ leadOrgId: (await aStaff()).orgId })
    await Promise.allSettled([
      withActor(anna, (tx) => addTask(tx, { companyId, title: 'Richiamare', dueOn: '2030-01-07' as never })),
      withActor(admin, (tx) => deactivateAccount(tx, anna.userId)),
    ])
    const [row] = await db.asSystem((tx) => tx.select().from(users).where(eq(users.id, anna.userId)))
    expect((await owned(anna)).tasks > 0).toBe(row?.active)
  })
})

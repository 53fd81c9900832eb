import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { confirmCode } from '#app/domain/accounts/confirm-code.server.ts'
import { demoCode, listDemoAccounts, signInAsDemo } from '#app/domain/accounts/demo-accounts.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { ANONYMOUS } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser, aStaffWithCredentials, changeAccount } from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const listed = () => withActor(ANONYMOUS, listDemoAccounts)
const codeOf = (actor: { userId: Parameters<typeof demoCode>[1] }) =>
  withActor(ANONYMOUS, (tx) => demoCode(tx, actor.userId))

describe('the demo, outside of production', () => {
  it('has no accounts until there are some, and never one that is not marked', async () => {
    await aStaff('admin')
    expect(await listed()).toEqual([])
    await expect(signInAsDemo('admin', aBrowser())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('offers one account a role, the first by address, and signs it in whole', async () => {
    const [first, second, hr] = [
      await aStaffWithCredentials(),
      await aStaffWithCredentials(),
      await anHrContact(),
    ]
    await changeAccount(second.actor, { demo: true, email: 'aaa@demo.example' })
    await changeAccount(first.actor, { demo: true, email: 'bbb@demo.example' })
    await changeAccount(hr, { demo: true })
    expect(await listed()).toEqual([
      { role: 'case_manager', name: second.actor.name },
      { role: 'hr_contact', name: hr.name },
    ])
    expect((await readSession(await signInAsDemo('case_manager', aBrowser()))).actor).toEqual(second.actor)
    expect((await readSession(await signInAsDemo('hr_contact', aBrowser()))).actor).toEqual(hr)
    const told = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, hr.userId)),
    )
    expect(told.map(({ action }) => action)).toEqual(['account.demo_signed_in'])

    await changeAccount(second.actor, { active: false })
    expect((await listed())[0]).toEqual({ role: 'case_manager', name: first.actor.name })
  })

  it('shows a demo account its code, again after it was used, and no other account', async () => {
    const demo = await aStaffWithCredentials('coordinator')
    const real = await aStaffWithCredentials('coordinator')
    await changeAccount(demo.actor, { demo: true })
    const { userId } = demo.actor
    const first = await codeOf(demo.actor)
    await confirmCode({ userId, code: first ?? '' }, aBrowser())
    const second = await codeOf(demo.actor)
    expect(second).not.toBe(first)
    await confirmCode({ userId, code: second ?? '' }, aBrowser())
    expect(await codeOf(real.actor)).toBeNull()
  })
})

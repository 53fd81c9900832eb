import { eq } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import { demoCode, listDemoAccounts, signInAsDemo } from '#app/domain/accounts/demo-accounts.server.ts'
import { askSignInLink } from '#app/domain/accounts/ask-sign-in-link.server.ts'
import { issueLoginToken } from '#app/domain/accounts/login-tokens.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import { signInByLink } from '#app/domain/accounts/sign-in-by-link.server.ts'
import { signInWithPassword } from '#app/domain/accounts/sign-in-with-password.server.ts'
import { ANONYMOUS } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { env } from '#app/platform/env.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { outbox } from '#db/schema/operations.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import {
  aBrowser,
  accountRow,
  aStaffWithCredentials,
  changeAccount,
} from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

// Before the configuration is read for the first time, which is once for the process.
vi.hoisted(() => {
  process.env.NODE_ENV = 'production'
  process.env.APP_MODE = 'production'
})

const db = useTestDatabase()

it('runs in production here', () => {
  expect(env().APP_MODE).toBe('production')
})

it('has no demo: no list, no click, no code, no door that a demo account can use', async () => {
  const staff = await aStaffWithCredentials('admin')
  const hr = await anHrContact()
  const before = await db.asSystem((tx) =>
    startSession(tx, { userId: staff.actor.userId, role: 'admin', complete: true, browser: aBrowser() }),
  )
  const link = await db.asSystem((tx) => issueLoginToken(tx, hr.userId, 'sign_in'))
  expect((await readSession(before)).actor).toEqual(staff.actor)
  await changeAccount(staff.actor, { demo: true })
  await changeAccount(hr, { demo: true })

  expect(await withActor(ANONYMOUS, listDemoAccounts)).toEqual([])
  expect(await withActor(ANONYMOUS, (tx) => demoCode(tx, staff.actor.userId))).toBeNull()
  for (const role of ['admin', 'hr_contact'] as const) {
    await expect(signInAsDemo(role, aBrowser())).rejects.toMatchObject({ code: 'not_found' })
  }
  const { email, password } = staff
  await expect(signInWithPassword({ email, password }, aBrowser())).rejects.toMatchObject({
    reason: 'account_credentials_wrong',
  })
  expect(await signInByLink(link, aBrowser())).toBeNull()
  await askSignInLink((await accountRow(hr)).email, aBrowser().address)
  expect(await db.asSystem((tx) => tx.$count(outbox))).toBe(0)
  expect((await readSession(before)).actor).toEqual(ANONYMOUS)
  expect(await db.asSystem((tx) => tx.$count(sessions, eq(sessions.userId, hr.userId)))).toBe(0)
})

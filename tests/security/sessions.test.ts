import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePassword } from '#app/domain/accounts/change-password.server.ts'
import { deactivateAccount, reactivateAccount } from '#app/domain/accounts/set-account-active.server.ts'
import { workingCode } from '#app/domain/accounts/totp.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import {
  aBrowser,
  aStaffWithCredentials,
  changeAccount,
  type Credentials,
} from '#tests/support/factories/credentials.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
beforeAll(async () => {
  server = await startRealServer()
})
afterAll(() => server.stop())

const ask = (path: string, cookie = '', form?: Record<string, string>) =>
  fetch(server.url + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { Cookie: cookie, ...(form ? { Origin: APP_URL } : {}) },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })

const cookieIn = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('session='))
    ?.split(';')[0] ?? ''

/** Whether a cookie opens the page of the network's people, as a document and as data. */
const opens = async (cookie: string): Promise<boolean[]> =>
  Promise.all(['/rete', '/rete.data'].map(async (path) => (await ask(path, cookie)).status === 200))

const BOTH = [true, true]
const NEITHER = [false, false]

describe('every session that somebody had', () => {
  const changes: [string, (anna: Credentials) => Promise<unknown>][] = [
    ['another role', ({ actor }) => changeAccount(actor, { role: 'case_manager' })],
    [
      'a new password',
      async ({ actor, password }) => {
        const here = sha256((await cookieOf(actor)).replace('session=', ''))
        await changePassword(
          actor,
          { current: password, password: 'nove zattere lente al largo' },
          aBrowser(here),
        )
      },
    ],
    [
      'the end of her account',
      async ({ actor }) => withActor(await aStaff('admin'), (tx) => deactivateAccount(tx, actor.userId)),
    ],
    [
      'the end of her account and its new beginning',
      async ({ actor }) => {
        const admin = await aStaff('admin')
        await withActor(admin, (tx) => deactivateAccount(tx, actor.userId))
        await withActor(admin, (tx) => reactivateAccount(tx, actor.userId))
      },
    ],
  ]

  it.each(changes)('is over from the next request on after %s', async (_, change) => {
    const anna = await aStaffWithCredentials('coordinator')
    const cookies = [await cookieOf(anna.actor), await cookieOf(anna.actor), await cookieOf(anna.actor)]
    for (const cookie of cookies) expect(await opens(cookie)).toEqual(BOTH)
    await change(anna)
    for (const cookie of cookies) expect(await opens(cookie)).toEqual(NEITHER)
  })
})

describe('signing in', () => {
  it('takes a new token at each step, and those before open nothing: neither what was planted nor half a sign-in', async () => {
    const anna = await aStaffWithCredentials('coordinator')
    const planted = `session=${'A'.repeat(43)}`
    const first = await ask('/accedi', planted, {
      ...{ intent: 'password', to: '' },
      ...{ email: anna.email, password: anna.password },
    })
    const half = cookieIn(first)
    expect(await opens(half)).toEqual(NEITHER)
    const code = workingCode(anna.seed, null)
    const second = await ask('/accedi/codice', half, { code, to: '' })
    const whole = cookieIn(second)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(new Set([planted, half, whole]).size).toBe(3)
    expect(await opens(whole)).toEqual(BOTH)
    for (const before of [planted, half]) expect(await opens(before)).toEqual(NEITHER)
  })

  it('takes a code of the telephone once', async () => {
    const anna = await aStaffWithCredentials('coordinator')
    const words = { intent: 'password', to: '', email: anna.email, password: anna.password }
    const code = workingCode(anna.seed, null)
    const answers: number[] = []
    for (let time = 0; time < 2; time += 1) {
      const half = cookieIn(await ask('/accedi', '', words))
      const answer = await ask('/accedi/codice', half, { code, to: '' })
      answers.push(answer.status)
      expect(await opens(cookieIn(answer) || half)).toEqual(time === 0 ? BOTH : NEITHER)
    }
    expect(answers).toEqual([303, 400])
  })
})

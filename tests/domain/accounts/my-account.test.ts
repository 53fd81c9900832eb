import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  changeLocale,
  readMyAccount,
  revokeDevice,
  signOutEverywhere,
} from '#app/domain/accounts/my-account.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import { signOut } from '#app/domain/accounts/sign-out.server.ts'
import { ANONYMOUS, type HrActor, type StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { auditLog } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser, accountRow } from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
type Person = StaffActor | HrActor

const begin = (actor: Person, device = 'Firefox, Linux') =>
  db.asSystem((tx) => {
    const browser = { ...aBrowser(), device }
    return startSession(tx, { userId: actor.userId, role: actor.role, complete: true, browser })
  })
const isOpen = async (token: string) => (await readSession(token)).actor.kind !== 'anonymous'
const mine = (actor: Person, sessionId: string | null = null) =>
  withActor(actor, (tx) => readMyAccount(tx, sessionId))

describe('the account page', () => {
  it('shows oneself and one’s own devices, without their sessions’ ids', async () => {
    for (const actor of [await aStaff('coordinator'), await anHrContact()]) {
      const token = await begin(actor, 'Chrome, Android')
      await begin(actor)
      await begin(await aStaff())
      const { sessionId } = await readSession(token)
      const account = await mine(actor, sessionId)
      expect(account).toMatchObject({
        name: actor.name,
        email: (await accountRow(actor)).email,
        locale: 'it',
      })
      expect(account.of).not.toBe('')
      expect(account.devices.map(({ device, thisOne }) => [device, thisOne]).sort()).toEqual([
        ['Chrome, Android', true],
        ['Firefox, Linux', false],
      ])
      expect(JSON.stringify(account)).not.toContain(sessionId)
    }
  })

  it('is nobody’s who is not signed in', async () => {
    for (const work of [changeLocale, revokeDevice]) {
      await expect(withActor(ANONYMOUS, (tx) => work(tx, 'en'))).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(withActor(ANONYMOUS, (tx) => readMyAccount(tx, null))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(withActor(ANONYMOUS, signOutEverywhere)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('ends one device, of one’s own', async () => {
    const [anna, bruna] = [await aStaff(), await aStaff()]
    const tokens = [await begin(anna), await begin(anna), await begin(bruna)] as const
    const { sessionId } = await readSession(tokens[0])
    const other = (await mine(anna, sessionId)).devices.find(({ thisOne }) => !thisOne)
    const hers = (await mine(bruna)).devices[0]
    await expect(withActor(anna, (tx) => revokeDevice(tx, hers?.handle ?? ''))).rejects.toMatchObject({
      code: 'not_found',
    })
    await withActor(anna, (tx) => revokeDevice(tx, other?.handle ?? ''))
    expect(await Promise.all(tokens.map(isOpen))).toEqual([true, false, true])
  })

  it('ends all of one’s own at once', async () => {
    const [hr, anna] = [await anHrContact(), await aStaff()]
    const tokens = [await begin(hr), await begin(hr), await begin(anna)]
    await withActor(hr, signOutEverywhere)
    expect(await Promise.all(tokens.map(isOpen))).toEqual([false, false, true])
  })

  it('changes the language of one’s mails, and nothing else of the row', async () => {
    const hr = await anHrContact()
    const before = await accountRow(hr)
    await withActor(hr, (tx) => changeLocale(tx, 'en'))
    expect(await accountRow(hr)).toEqual({ ...before, locale: 'en' })
    const told = await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.actorId, hr.userId)))
    expect(told.map(({ action, actorRole }) => [action, actorRole])).toEqual([
      ['account.locale_changed', 'hr_contact'],
    ])
  })
})

describe('signing out', () => {
  it('deletes the session: the old cookie opens nothing', async () => {
    const anna = await aStaff()
    const token = await begin(anna)
    const { sessionId } = await readSession(token)
    await withActor(anna, (tx) => signOut(tx, sessionId))
    expect(await isOpen(token)).toBe(false)
    expect(await db.asSystem((tx) => tx.$count(sessions, eq(sessions.userId, anna.userId)))).toBe(0)
    expect(await withActor(ANONYMOUS, (tx) => signOut(tx, null))).toBeUndefined()
  })

  it('ends a half session too, which acts as nobody', async () => {
    const anna = await aStaff()
    const token = await db.asSystem((tx) =>
      startSession(tx, { userId: anna.userId, role: anna.role, complete: false, browser: aBrowser() }),
    )
    const { sessionId } = await readSession(token)
    await withActor(ANONYMOUS, (tx) => signOut(tx, sessionId))
    expect((await readSession(token)).pendingUserId).toBeNull()
  })
})

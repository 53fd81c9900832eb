import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { endSession, endSessionsOf, startSession } from '#app/domain/accounts/sessions.server.ts'
import { type HrActor, type StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR, MINUTE, SECOND } from '#app/domain/shared/durations.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { contacts } from '#db/schema/companies.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser, changeAccount } from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let restore = () => undefined as void
afterEach(() => {
  restore()
})

/** Sets the clock to `ms` after `start`. */
function at(start: Date, ms: number) {
  restore()
  restore = setClock(() => new Date(start.getTime() + ms))
}

const begin = (actor: StaffActor | HrActor, complete = true, browser = aBrowser()) =>
  db.asSystem((tx) => startSession(tx, { userId: actor.userId, role: actor.role, complete, browser }))

const rowsOf = ({ userId }: StaffActor | HrActor) =>
  db.asSystem((tx) => tx.select().from(sessions).where(eq(sessions.userId, userId)))

const isOpen = async (token: string) => (await readSession(token)).actor.kind !== 'anonymous'

describe('a session', () => {
  it('is known by the hash of its token, and says who acts', async () => {
    const anna = await aStaff('coordinator')
    const token = await begin(anna)
    expect(token).toMatch(/^[\w-]{43}$/)
    const [row] = await rowsOf(anna)
    expect(row?.id).toBe(sha256(token))
    expect(JSON.stringify(row)).not.toContain(token)
    expect(await readSession(token)).toMatchObject({ actor: anna, sessionId: row?.id, pendingUserId: null })

    const hr = await anHrContact()
    expect((await readSession(await begin(hr))).actor).toEqual(hr)
  })

  it.each([null, '', 'x', 'A'.repeat(43), 'A'.repeat(10_000), "' or 1=1 --"])(
    'is nobody for the token %j',
    async (token) => {
      await begin(await aStaff())
      expect(await readSession(token)).toEqual({
        actor: { kind: 'anonymous' },
        sessionId: null,
        pendingUserId: null,
        enrolling: false,
        factorAt: null,
      })
    },
  )

  it('is not opened by what the database holds, nor by an altered token', async () => {
    const anna = await aStaff()
    const token = await begin(anna)
    const [row] = await rowsOf(anna)
    expect(await isOpen(row?.id ?? '')).toBe(false)
    expect(await isOpen((token.startsWith('A') ? 'B' : 'A') + token.slice(1))).toBe(false)
    expect(await isOpen(token)).toBe(true)
  })

  it.each([
    ['a case manager', () => aStaff(), 30 * MINUTE, 12 * HOUR],
    ['an administrator', () => aStaff('admin'), 30 * MINUTE, 12 * HOUR],
    ['an HR contact', () => anHrContact(), 7 * DAY, 31 * DAY],
  ])('of %s ends when idle, and at the latest at its absolute end', async (_, make, idle, absolute) => {
    const actor = await make()
    const start = now()
    at(start, 0)
    const left = await begin(actor)
    at(start, idle - SECOND)
    expect(await isOpen(left)).toBe(true)
    at(start, 2 * idle - SECOND)
    expect(await isOpen(left)).toBe(false)

    at(start, 0)
    const used = await begin(actor)
    for (let ms = 0; ms < absolute; ms += idle / 2) {
      at(start, ms)
      expect(await isOpen(used)).toBe(true)
    }
    at(start, absolute - SECOND)
    expect(await isOpen(used)).toBe(true)
    at(start, absolute)
    expect(await isOpen(used)).toBe(false)
    expect(await rowsOf(actor)).toEqual([])
  })

  it('writes down when it was seen at most once a minute', async () => {
    const anna = await aStaff()
    const start = now()
    at(start, 0)
    const token = await begin(anna)
    const seen = async () => ((await rowsOf(anna))[0]?.lastSeenAt.getTime() ?? 0) - start.getTime()
    at(start, 59 * SECOND)
    await readSession(token)
    expect(await seen()).toBe(0)
    at(start, 60 * SECOND)
    await readSession(token)
    expect(await seen()).toBe(60 * SECOND)
    at(start, 119 * SECOND)
    await readSession(token)
    expect(await seen()).toBe(60 * SECOND)
  })

  it('ends with the next request of somebody deactivated', async () => {
    const anna = await aStaff('coordinator')
    const token = await begin(anna)
    await changeAccount(anna, { active: false })
    expect(await readSession(token)).toMatchObject({ actor: { kind: 'anonymous' }, pendingUserId: null })
  })

  it('ends with the next request of somebody moved to another role, for good', async () => {
    const anna = await aStaff('coordinator')
    const token = await begin(anna)
    await changeAccount(anna, { role: 'case_manager' })
    expect(await isOpen(token)).toBe(false)
    expect(await rowsOf(anna)).toEqual([])
    await changeAccount(anna, { role: 'coordinator' })
    expect(await isOpen(token)).toBe(false)
    expect((await readSession(await begin(anna))).actor).toEqual(anna)
  })

  it('ends with the next request of a contact who has left her company', async () => {
    const hr = await anHrContact()
    const token = await begin(hr)
    expect((await readSession(token)).actor).toEqual(hr)
    await db.asSystem((tx) => tx.update(contacts).set({ active: false }).where(eq(contacts.id, hr.contactId)))
    expect(await readSession(token)).toMatchObject({ actor: { kind: 'anonymous' }, pendingUserId: null })
  })

  it('that is half begun acts as nobody, for ten minutes, used or not', async () => {
    const anna = await aStaff()
    const start = now()
    at(start, 0)
    const token = await begin(anna, false)
    for (const minutes of [1, 5, 9]) {
      at(start, minutes * MINUTE)
      expect(await readSession(token)).toMatchObject({
        actor: { kind: 'anonymous' },
        pendingUserId: anna.userId,
      })
    }
    at(start, 10 * MINUTE)
    expect((await readSession(token)).pendingUserId).toBeNull()
  })
})

describe('an old cookie', () => {
  it('opens nothing after the sign-in that replaced its session', async () => {
    const anna = await aStaff()
    const old = await begin(anna)
    const { sessionId } = await readSession(old)
    const token = await begin(anna, true, aBrowser(sessionId))
    expect(token).not.toBe(old)
    expect([await isOpen(old), await isOpen(token)]).toEqual([false, true])
  })

  it('opens nothing after its session was ended', async () => {
    const anna = await aStaff()
    const [one, two, three] = [await begin(anna), await begin(anna), await begin(anna)]
    const { sessionId: first } = await readSession(one)
    const { sessionId: third } = await readSession(three)
    await db.asSystem((tx) => endSession(tx, first ?? ''))
    expect([await isOpen(one), await isOpen(two), await isOpen(three)]).toEqual([false, true, true])
    await db.asSystem((tx) => endSessionsOf(tx, anna.userId, third ?? ''))
    expect([await isOpen(two), await isOpen(three)]).toEqual([false, true])
    await db.asSystem((tx) => endSessionsOf(tx, anna.userId))
    expect(await isOpen(three)).toBe(false)
    expect(await rowsOf(anna)).toEqual([])
  })
})

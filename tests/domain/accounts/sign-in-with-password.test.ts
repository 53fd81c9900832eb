import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { confirmCode } from '#app/domain/accounts/confirm-code.server.ts'
import { triesOf } from '#app/domain/accounts/known-device.server.ts'
import { spendTries } from '#app/domain/accounts/limits.server.ts'
import { hashPassword } from '#app/domain/accounts/password.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { signInWithPassword } from '#app/domain/accounts/sign-in-with-password.server.ts'
import { workingCode } from '#app/domain/accounts/totp.server.ts'
import { MINUTE, SECOND } from '#app/domain/shared/durations.ts'
import { rateLimits, sessions } from '#db/schema/accounts.ts'
import { auditLog } from '#db/schema/operations.ts'
import { outcome, times } from '#tests/support/attempts.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import {
  aBrowser,
  accountRow,
  aStaffWithCredentials,
  changeAccount,
  PASSWORD,
} from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
afterEach(() => void vi.useRealTimers())

const wrong = { code: 'invalid', reason: 'account_credentials_wrong' }
const tooMany = { code: 'too_many', reason: 'account_too_many_tries' }

describe('the password', () => {
  it('opens half a session, the code the other half, each with another token', async () => {
    const { actor, email, seed } = await aStaffWithCredentials('coordinator')
    const half = await signInWithPassword({ email, password: PASSWORD }, aBrowser())
    const pending = await readSession(half)
    expect(pending).toMatchObject({ actor: { kind: 'anonymous' }, pendingUserId: actor.userId })

    const code = workingCode(seed, null)
    const { token, role } = await confirmCode({ userId: actor.userId, code }, aBrowser(pending.sessionId))
    expect(role).toBe('coordinator')
    expect((await readSession(token)).actor).toEqual(actor)
    expect(await readSession(half)).toMatchObject({ sessionId: null, pendingUserId: null })

    const told = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, actor.userId)),
    )
    expect(told.map(({ action, result }) => [action, result])).toEqual([
      ['account.password_given', 'ok'],
      ['account.signed_in', 'ok'],
    ])
  })

  it('is taken however its accents were typed', async () => {
    const { actor, email } = await aStaffWithCredentials()
    await changeAccount(actor, { passwordHash: await hashPassword('perché sì, però'.normalize('NFD')) })
    const password = 'perché sì, però'.normalize('NFC')
    expect(await outcome(signInWithPassword({ email, password }, aBrowser()))).toBe('ok')
  })

  it('is kept as argon2id with its parameters, and in no row as it was typed', async () => {
    const { actor } = await aStaffWithCredentials()
    const row = await accountRow(actor)
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(row)).not.toContain(PASSWORD)
  })

  it('gets one answer, whatever does not fit', async () => {
    const known = await aStaffWithCredentials()
    const inactive = await aStaffWithCredentials()
    await changeAccount(inactive.actor, { active: false })
    const withoutCode = await aStaffWithCredentials()
    await changeAccount(withoutCode.actor, { totpSecret: null })
    const invited = await accountRow(await aStaff())
    const hr = await anHrContact()
    const { passwordHash, totpSecret } = await accountRow(known.actor)
    // An HR contact has neither; even with both, a password opens nothing to her.
    await changeAccount(hr, { passwordHash, totpSecret })
    const attempts = [
      { email: known.email, password: 'un’altra frase lunga' },
      { email: 'nessuno@rete.example', password: PASSWORD },
      { email: inactive.email, password: PASSWORD },
      { email: withoutCode.email, password: PASSWORD },
      { email: invited.email, password: PASSWORD },
      { email: (await accountRow(hr)).email, password: PASSWORD },
    ]
    for (const attempt of attempts) {
      await expect(signInWithPassword(attempt, aBrowser())).rejects.toMatchObject(wrong)
    }
    expect(await db.asSystem((tx) => tx.$count(sessions, eq(sessions.userId, hr.userId)))).toBe(0)
    const denied = and(eq(auditLog.action, 'account.password_given'), eq(auditLog.result, 'denied'))
    expect(await db.asSystem((tx) => tx.$count(auditLog, denied))).toBe(attempts.length)
  })

  // Other processes of the machine disturb a measure, never three in a row.
  it('takes as long for an address nobody has', { retry: 2 }, async () => {
    const { email } = await aStaffWithCredentials()
    const measure = async (address: string) => {
      const start = performance.now()
      await outcome(signInWithPassword({ email: address, password: 'sbagliata' }, aBrowser()))
      return performance.now() - start
    }
    const unknown: number[] = []
    const known: number[] = []
    for (let index = 0; index < 15; index += 1) {
      await db.asSystem((tx) => tx.delete(rateLimits))
      unknown.push(await measure('nessuno@rete.example'))
      known.push(await measure(email))
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
    const hashing = async () => {
      const start = performance.now()
      await hashPassword('x')
      return performance.now() - start
    }
    // Less than half a hash apart: without the dummy hash it would be a whole one.
    const hash = median(await times(9, hashing))
    expect(Math.abs(median(unknown) - median(known))).toBeLessThan(hash / 2)
  })
})

describe('the limits', () => {
  it('stop the sixth try at an account, the right password too, known or not', async () => {
    const { email } = await aStaffWithCredentials()
    for (const address of [email, 'ignota@rete.example']) {
      const answers = await times(6, () =>
        outcome(signInWithPassword({ email: address, password: 'sbagliata' }, aBrowser())),
      )
      expect(answers).toEqual([...Array<string>(5).fill(wrong.reason), tooMany.reason])
    }
    const right = signInWithPassword({ email, password: PASSWORD }, aBrowser())
    await expect(right).rejects.toMatchObject({
      ...tooMany,
      retryAfterSeconds: expect.closeTo(900, -2) as number,
    })
  })

  it('are in the database, as hashes: they outlive a restart and name nobody', async () => {
    const { email } = await aStaffWithCredentials()
    const browser = aBrowser()
    await times(5, () => outcome(signInWithPassword({ email, password: 'sbagliata' }, browser)))
    const rows = await db.asSystem((tx) => tx.select().from(rateLimits))
    expect(rows.map(({ points }) => points)).toContain(5)
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${email}|@|${browser.address}`))

    // The count is in the rows and nowhere else: they alone refuse, and without them nothing does.
    const right = { email, password: PASSWORD }
    expect(await outcome(signInWithPassword(right, aBrowser()))).toBe(tooMany.reason)
    await db.asSystem((tx) => tx.delete(rateLimits))
    expect(await outcome(signInWithPassword(right, aBrowser()))).toBe('ok')
  })

  it('hold against twenty tries at once', async () => {
    const { email } = await aStaffWithCredentials()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        outcome(signInWithPassword({ email, password: 'sbagliata' }, aBrowser())),
      ),
    )
    expect(answers.filter((answer) => answer === wrong.reason)).toHaveLength(5)
  })

  it('stop the thirty-first try from one address, and leave other addresses alone', async () => {
    const browser = aBrowser()
    let number = 0
    const attempt = () => {
      number += 1
      return outcome(signInWithPassword({ email: `prova-${number}@rete.example`, password: 'x' }, browser))
    }
    expect(new Set(await Promise.all(Array.from({ length: 30 }, attempt)))).toEqual(new Set([wrong.reason]))
    const { email } = await aStaffWithCredentials()
    const right = { email, password: PASSWORD }
    expect(await outcome(signInWithPassword(right, browser))).toBe(tooMany.reason)
    expect(await outcome(signInWithPassword(right, aBrowser()))).toBe('ok')
  })

  it('stop whoever tries everybody from everywhere, and let her in on a computer of hers', async () => {
    const { actor, email, seed } = await aStaffWithCredentials()
    const { mark } = await confirmCode({ userId: actor.userId, code: workingCode(seed, null) }, aBrowser())
    await db.asSystem((tx) => tx.delete(rateLimits))
    await Promise.all(
      Array.from({ length: 300 }, (_, number) =>
        spendTries(triesOf('password', `prova-${number}@rete.example`, aBrowser())),
      ),
    )
    const right = { email, password: PASSWORD }
    expect(await outcome(signInWithPassword(right, aBrowser()))).toBe(tooMany.reason)
    expect(await outcome(signInWithPassword(right, { ...aBrowser(), mark: mark ?? null }))).toBe('ok')
    await db.asSystem((tx) => tx.delete(rateLimits))
  })

  it('of her office’s address do not stop her on a computer of hers', async () => {
    const { actor, email, seed } = await aStaffWithCredentials()
    const office = aBrowser()
    const { mark } = await confirmCode({ userId: actor.userId, code: workingCode(seed, null) }, office)
    await times(30, () => outcome(spendTries([{ limit: 'address', of: office.address }])))
    const right = { email, password: PASSWORD }
    expect(await outcome(signInWithPassword(right, office))).toBe(tooMany.reason)
    expect(await outcome(signInWithPassword(right, { ...office, mark: mark ?? null }))).toBe('ok')
  })

  it('end after a quarter of an hour', async () => {
    const { email } = await aStaffWithCredentials()
    await times(6, () => outcome(signInWithPassword({ email, password: 'sbagliata' }, aBrowser())))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * MINUTE })
    const right = { email, password: PASSWORD }
    expect(await outcome(signInWithPassword(right, aBrowser()))).toBe(tooMany.reason)
    vi.setSystemTime(Date.now() + MINUTE + SECOND)
    expect(await outcome(signInWithPassword(right, aBrowser()))).toBe('ok')
  })

  it('of a browser she has signed in with are its own: failing elsewhere does not lock it out', async () => {
    const { actor, email, seed } = await aStaffWithCredentials()
    const right = { email, password: PASSWORD }
    const { mark } = await confirmCode({ userId: actor.userId, code: workingCode(seed, null) }, aBrowser())
    const other = await aStaffWithCredentials()
    const { mark: hers } = await confirmCode(
      { userId: other.actor.userId, code: workingCode(other.seed, null) },
      aBrowser(),
    )
    const attempt = (known: string | null | undefined, password = 'sbagliata') =>
      outcome(signInWithPassword({ ...right, password }, { ...aBrowser(), mark: known ?? null }))

    await times(5, () => attempt(null))
    const forged = `${mark?.split('.')[0] ?? ''}.${'A'.repeat(43)}`
    for (const unknown of [null, hers, forged, '.', 'x']) {
      expect(await attempt(unknown, PASSWORD)).toBe(tooMany.reason)
    }
    expect(await attempt(mark, PASSWORD)).toBe('ok')
    expect(await times(6, () => attempt(mark))).toEqual([
      ...Array<string>(5).fill(wrong.reason),
      tooMany.reason,
    ])
  })

  it('start again after a success', async () => {
    const { email } = await aStaffWithCredentials()
    const browser = aBrowser()
    const four = () => times(4, () => outcome(signInWithPassword({ email, password: 'sbagliata' }, browser)))
    await four()
    expect(await outcome(signInWithPassword({ email, password: PASSWORD }, browser))).toBe('ok')
    expect(new Set(await four())).toEqual(new Set([wrong.reason]))
  })
})

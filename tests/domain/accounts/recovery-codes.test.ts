import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { readRecoveryCode } from '#app/domain/accounts/recovery-code-shape.ts'
import { makeRecoveryCodes, recoveryCodesLeft } from '#app/domain/accounts/recovery-codes.server.ts'
import { signInWithRecoveryCode } from '#app/domain/accounts/sign-in-with-recovery-code.server.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { recoveryCodes } from '#db/schema/factors.ts'
import { auditLog } from '#db/schema/operations.ts'
import { outcome, times } from '#tests/support/attempts.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser, changeAccount } from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const WRONG = 'security_recovery_wrong'

const give = (userId: UserId, typed: string) => {
  const code = readRecoveryCode(typed)
  if (!code) throw new Error('not a code')
  return signInWithRecoveryCode({ userId, code }, aBrowser())
}

describe('recovery codes', () => {
  it('are eight, all different, and in the database only as slow hashes of their own', async () => {
    const anna = await aStaff()
    expect(await withActor(anna, recoveryCodesLeft)).toBeNull()
    const codes = await makeRecoveryCodes(anna)
    expect(new Set(codes.map((code) => code.slice(2))).size).toBe(8)
    expect(codes.map((code) => code.slice(0, 2))).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}-`))
    const rows = await db.asSystem((tx) =>
      tx.select().from(recoveryCodes).where(eq(recoveryCodes.userId, anna.userId)),
    )
    expect(rows.every(({ hash }) => /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/.test(hash))).toBe(true)
    const kept = JSON.stringify(rows)
    for (const code of codes) expect(kept).not.toContain(readRecoveryCode(code)?.signs)
    expect(await withActor(anna, recoveryCodesLeft)).toBe(8)
  })

  it('open a session once each, and are told without the code', async () => {
    const anna = await aStaff()
    const [first = '', second = ''] = await makeRecoveryCodes(anna)
    const { token } = await give(anna.userId, first)
    expect((await readSession(token)).actor).toEqual(anna)
    expect(await outcome(give(anna.userId, first))).toBe(WRONG)
    expect(await withActor(anna, recoveryCodesLeft)).toBe(7)
    const both = await Promise.all([outcome(give(anna.userId, second)), outcome(give(anna.userId, second))])
    expect(both.sort()).toEqual(['ok', WRONG])
    const told = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, anna.userId)),
    )
    expect(told.map(({ action, result }) => `${action} ${result}`).sort()).toEqual([
      'account.recovery_code_given denied',
      'account.recovery_code_given denied',
      'account.recovery_code_given ok',
      'account.recovery_code_given ok',
      'account.recovery_codes_made ok',
    ])
    expect(JSON.stringify(told)).not.toContain(readRecoveryCode(first)?.signs)
  })

  it('are of their own account alone, and not of one that was shut', async () => {
    const [anna, bruna] = [await aStaff(), await aStaff()]
    const [code = ''] = await makeRecoveryCodes(anna)
    await makeRecoveryCodes(bruna)
    expect(await outcome(give(bruna.userId, code))).toBe(WRONG)
    await changeAccount(anna, { active: false })
    expect(await outcome(give(anna.userId, code))).toBe(WRONG)
  })

  it('end when new ones are made', async () => {
    const anna = await aStaff()
    const [old = ''] = await makeRecoveryCodes(anna)
    const [fresh = ''] = await makeRecoveryCodes(anna)
    expect(await outcome(give(anna.userId, old))).toBe(WRONG)
    expect(await outcome(give(anna.userId, fresh))).toBe('ok')
  })

  it('are tried five times in a quarter of an hour', async () => {
    const anna = await aStaff()
    const [right = ''] = await makeRecoveryCodes(anna)
    const answers = await times(5, () => outcome(give(anna.userId, '1-AAAA-AAAA-AAAA')))
    expect(new Set(answers)).toEqual(new Set([WRONG]))
    expect(await outcome(give(anna.userId, right))).toBe('account_too_many_tries')
  })
})

import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { confirmCode } from '#app/domain/accounts/confirm-code.server.ts'
import { stepOfCode, workingCode } from '#app/domain/accounts/totp.server.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { outcome, times } from '#tests/support/attempts.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import {
  aBrowser,
  accountRow,
  aStaffWithCredentials,
  changeAccount,
} from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const undo: (() => void)[] = []
afterEach(() => {
  while (undo.length > 0) undo.pop()?.()
})

describe('the one-time code', () => {
  const confirm = (userId: Parameters<typeof confirmCode>[0]['userId'], code: string) =>
    outcome(confirmCode({ userId, code }, aBrowser()))

  it('works once, and no earlier one after it', async () => {
    const { actor, seed } = await aStaffWithCredentials()
    const start = now()
    undo.push(setClock(() => start))
    const code = workingCode(seed, null)
    expect(await confirm(actor.userId, code)).toBe('ok')
    expect(await confirm(actor.userId, code)).toBe('account_code_wrong')
    // The phone runs half a minute late: its code belongs to a step that has gone by.
    undo.push(setClock(() => new Date(start.getTime() - 30 * SECOND)))
    const earlier = workingCode(seed, null)
    undo.push(setClock(() => start))
    expect(stepOfCode(seed, earlier)).not.toBeNull()
    expect(await confirm(actor.userId, earlier)).toBe('account_code_wrong')
  })

  it('works for one of two browsers that send it at once', async () => {
    const { actor, seed } = await aStaffWithCredentials()
    const code = workingCode(seed, null)
    const answers = await Promise.all([confirm(actor.userId, code), confirm(actor.userId, code)])
    expect(answers.sort()).toEqual(['account_code_wrong', 'ok'])
    expect(await db.asSystem((tx) => tx.$count(sessions, eq(sessions.userId, actor.userId)))).toBe(1)
  })

  it.each([
    [-2, 'account_code_wrong'],
    [-1, 'ok'],
    [0, 'ok'],
    [1, 'ok'],
    [2, 'account_code_wrong'],
  ])('of %i steps away → %s', async (steps, answer) => {
    const { actor, seed } = await aStaffWithCredentials()
    const start = now()
    undo.push(setClock(() => new Date(start.getTime() + steps * 30 * SECOND)))
    const code = workingCode(seed, null)
    undo.push(setClock(() => start))
    expect(await confirm(actor.userId, code)).toBe(answer)
  })

  it('is tried five times in a quarter of an hour, then the right one is refused too', async () => {
    const { actor, seed } = await aStaffWithCredentials()
    const right = workingCode(seed, null)
    const guess = right === '123456' ? '654321' : '123456'
    const answers = await times(5, () => confirm(actor.userId, guess))
    expect(new Set(answers)).toEqual(new Set(['account_code_wrong']))
    expect(await confirm(actor.userId, right)).toBe('account_too_many_tries')
    expect(await db.asSystem((tx) => tx.$count(sessions, eq(sessions.userId, actor.userId)))).toBe(0)
  })

  it('is tried by others without shutting her out of a computer of hers', async () => {
    const { actor, seed } = await aStaffWithCredentials()
    const { userId } = actor
    const { mark } = await confirmCode({ userId, code: workingCode(seed, null) }, aBrowser())
    const right = workingCode(seed, (await accountRow(actor)).totpLastStep)
    const guess = right === '123456' ? '654321' : '123456'
    await times(5, () => confirm(userId, guess))
    expect(await confirm(userId, right)).toBe('account_too_many_tries')
    const known = { ...aBrowser(), mark: mark ?? null }
    expect(await outcome(confirmCode({ userId, code: right }, known))).toBe('ok')
  })

  it('opens nothing for an account deactivated in between, nor for one without a telephone', async () => {
    const { actor, seed } = await aStaffWithCredentials()
    await changeAccount(actor, { active: false })
    expect(await confirm(actor.userId, workingCode(seed, null))).toBe('account_code_wrong')
    expect(await confirm((await aStaff()).userId, '123456')).toBe('account_code_wrong')
  })

  it('comes from a seed that is sealed, and that opens for its own account only', async () => {
    const one = await aStaffWithCredentials()
    const other = await aStaffWithCredentials()
    const row = await accountRow(one.actor)
    expect(row.totpSecret?.toString('latin1')).not.toContain(one.seed)
    await changeAccount(other.actor, { totpSecret: row.totpSecret })
    await expect(
      confirmCode({ userId: other.actor.userId, code: workingCode(one.seed, null) }, aBrowser()),
    ).rejects.toThrow(/authenticate/)
  })
})

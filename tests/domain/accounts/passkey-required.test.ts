import { describe, expect, it, vi } from 'vitest'
import { acceptInvite } from '#app/domain/accounts/accept-invite.server.ts'
import { confirmCode, takesCode } from '#app/domain/accounts/confirm-code.server.ts'
import { confirmFactor, myFactors } from '#app/domain/accounts/confirm-factor.server.ts'
import { issueLoginToken } from '#app/domain/accounts/login-tokens.server.ts'
import { removePasskey } from '#app/domain/accounts/passkeys.server.ts'
import { readInvite } from '#app/domain/accounts/read-invite.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { readRecoveryCode } from '#app/domain/accounts/recovery-code-shape.ts'
import { makeRecoveryCodes } from '#app/domain/accounts/recovery-codes.server.ts'
import { enrolPasskey } from '#app/domain/accounts/register-passkey.server.ts'
import { signInWithPasskey } from '#app/domain/accounts/sign-in-with-passkey.server.ts'
import { signInWithRecoveryCode } from '#app/domain/accounts/sign-in-with-recovery-code.server.ts'
import { workingCode } from '#app/domain/accounts/totp.server.ts'
import { ANONYMOUS, type StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { env } from '#app/platform/env.server.ts'
import { passkeys, recoveryCodes } from '#db/schema/factors.ts'
import { outcome } from '#tests/support/attempts.ts'
import { aBrowser, accountRow, aStaffWithCredentials } from '#tests/support/factories/credentials.ts'
import { aPasskeyOf, newPasskeyChallenge, signInChallenge } from '#tests/support/factories/passkeys.ts'
import { aPasskey } from '#tests/support/soft-authenticator.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

// Before the configuration is read for the first time, which is once for the process.
vi.hoisted(() => {
  process.env.NODE_ENV = 'production'
  process.env.APP_MODE = 'production'
})

const db = useTestDatabase()

const code = async (actor: StaffActor, seed: string) =>
  workingCode(seed, (await accountRow(actor)).totpLastStep)

it('runs in production here', () => {
  expect(env().APP_MODE).toBe('production')
})

describe.each(['coordinator', 'admin'] as const)('a %s', (role) => {
  it('who has no passkey yet can, after password and code, do nothing but make one', async () => {
    const { actor, seed } = await aStaffWithCredentials(role)
    const { userId } = actor
    const half = await confirmCode({ userId, code: await code(actor, seed) }, aBrowser())
    expect(half.enrol).toBe(true)
    const waiting = await readSession(half.token)
    expect(waiting).toMatchObject({ actor: ANONYMOUS, pendingUserId: userId, enrolling: true })

    const answer = aPasskey().create(await newPasskeyChallenge(actor))
    const whole = await enrolPasskey(userId, answer, aBrowser(waiting.sessionId))
    expect([whole.enrol, (await readSession(whole.token)).actor]).toEqual([false, actor])
    expect(await readSession(half.token)).toMatchObject({ sessionId: null, pendingUserId: null })
  })

  it('who has one is let in by it alone: no code opens, nor confirms', async () => {
    const { actor, seed } = await aStaffWithCredentials(role)
    const { userId } = actor
    expect(await db.asSystem((tx) => takesCode(tx, userId))).toBe(true)
    const passkey = await aPasskeyOf(actor)
    expect(await db.asSystem((tx) => takesCode(tx, userId))).toBe(false)
    const byCode = confirmCode({ userId, code: await code(actor, seed) }, aBrowser())
    expect(await outcome(byCode)).toBe('account_code_wrong')

    const { token, enrol } = await signInWithPasskey(passkey.sign(await signInChallenge()), aBrowser())
    const session = await readSession(token)
    expect([enrol, session.actor]).toEqual([false, actor])
    expect(await withActor(actor, myFactors)).toEqual({ passkey: true, code: false })
    const given = { code: await code(actor, seed) }
    expect(await outcome(confirmFactor(actor, given, aBrowser(session.sessionId)))).toBe('account_code_wrong')
  })

  it('who has lost it makes another after a code on paper', async () => {
    const { actor } = await aStaffWithCredentials(role)
    const { userId } = actor
    await aPasskeyOf(actor)
    const [paper = ''] = await makeRecoveryCodes(actor)
    const read = readRecoveryCode(paper)
    if (!read) throw new Error('not a code')
    const { token, enrol } = await signInWithRecoveryCode({ userId, code: read }, aBrowser())
    expect(enrol).toBe(true)
    expect(await readSession(token)).toMatchObject({ actor: ANONYMOUS, enrolling: true })
  })

  it('keeps the last one', async () => {
    const { actor } = await aStaffWithCredentials(role)
    const [first, second] = [await aPasskeyOf(actor), await aPasskeyOf(actor)]
    await withActor(actor, (tx) => removePasskey(tx, first.id))
    const last = withActor(actor, (tx) => removePasskey(tx, second.id))
    await expect(last).rejects.toMatchObject({ reason: 'security_passkey_last' })
  })

  it('who was invited anew has none of the old ones, and makes one first', async () => {
    const { actor } = await aStaffWithCredentials(role)
    await aPasskeyOf(actor)
    await makeRecoveryCodes(actor)
    const token = await db.asSystem((tx) => issueLoginToken(tx, actor.userId, 'invite'))
    const invite = await withActor(ANONYMOUS, (tx) => readInvite(tx, token))
    if (invite.state !== 'ready') throw new Error('no invitation')
    const values = { token, password: 'quattro passi sotto i portici', code: workingCode(invite.seed, null) }
    const session = await acceptInvite(values, aBrowser())
    expect(session?.enrol).toBe(true)
    expect(
      await withActor(actor, (tx) => Promise.all([tx.$count(passkeys), tx.$count(recoveryCodes)])),
    ).toEqual([0, 0])
  })
})

it('asks no passkey of a case manager, who may have one and sign in by code', async () => {
  const { actor, seed } = await aStaffWithCredentials()
  const passkey = await aPasskeyOf(actor)
  const { token, enrol } = await confirmCode(
    { userId: actor.userId, code: await code(actor, seed) },
    aBrowser(),
  )
  expect([enrol, (await readSession(token)).actor]).toEqual([false, actor])
  await withActor(actor, (tx) => removePasskey(tx, passkey.id))
  expect(await withActor(actor, (tx) => tx.$count(passkeys))).toBe(0)
})

import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { passkeys, recoveryCodes } from '#db/schema/factors.ts'
import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'
import type { Browser, SignedIn } from './browser.ts'
import type { Account } from './find-account.server.ts'
import { judgePassword } from './judge-password.server.ts'
import { spendTries } from './limits.server.ts'
import { readLoginToken, takeLoginToken } from './login-tokens.server.ts'
import { openSession } from './open-session.server.ts'
import { hashPassword } from './password.server.ts'
import { endSessionsOf } from './sessions.server.ts'
import { tellOfFactors } from './tell-of-factors.server.ts'
import { sealSeed, seedOfInvite, stepOfCode } from './totp.server.ts'

async function invited(token: string): Promise<Account | null> {
  const invite = await withActor(system('sign-in'), (tx) => readLoginToken(tx, token, 'invite'))
  return invite.state === 'ready' ? invite.account : null
}

/**
 * Takes an invitation up: a password of her own, a telephone that shows the right code, and the browser is signed in.
 * Whatever was signed in with the former ones is signed out; her passkeys and codes on paper, which she may have lost too,
 * open nothing any more.
 * @returns null for a link that was used, is too old or was never ours.
 * @throws DomainError invalid beside the password or the code; TooManyTries.
 */
export async function acceptInvite(
  { token, password, code }: { token: string; password: string; code: string },
  browser: Browser,
): Promise<SignedIn | null> {
  await spendTries([{ limit: 'address', of: browser.address }])
  const account = await invited(token)
  if (!account) return null
  const { id, name, email, orgId } = account
  const fault = judgePassword(password, [name, email])
  if (fault) throw new DomainError('invalid', fault, 'password')
  await spendTries([{ limit: 'code', of: token }])
  const seed = seedOfInvite(token)
  const step = stepOfCode(seed, code)
  if (step === null) throw new DomainError('invalid', 'account_code_wrong', 'code')
  const passwordHash = await hashPassword(password)
  return withActor(system('sign-in'), async (tx) => {
    if ((await takeLoginToken(tx, token, 'invite')) !== id) return null
    await tx
      .update(users)
      .set({ passwordHash, totpSecret: sealSeed(id, seed), totpLastStep: step })
      .where(eq(users.id, id))
    await tx.delete(passkeys).where(eq(passkeys.userId, id))
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, id))
    await endSessionsOf(tx, id)
    await audit(tx, {
      ...{ action: 'account.invite_accepted', subjectType: 'user', subjectId: id },
      orgId: orgId ?? NETWORK_ORG,
    })
    // Whoever comes for the first time has no way in that could have changed.
    if (account.passwordHash) await tellOfFactors(tx, id)
    return openSession(tx, account, browser)
  })
}

/**
 * Mails a new invitation to whom an old one was sent. She who holds it gets nothing but that mail.
 * @throws TooManyTries.
 */
export async function renewInvite(token: string, address: string): Promise<void> {
  await spendTries([{ limit: 'address', of: address }])
  const invite = await withActor(system('sign-in'), (tx) => readLoginToken(tx, token, 'invite'))
  // An invitation that was taken up is not renewed by its holder: a new password is the administrator's to grant.
  if (invite.state !== 'ended' || invite.account.passwordHash) return
  const { id: userId, email } = invite.account
  await spendTries([{ limit: 'link', of: email }])
  await withActor(system('sign-in'), async (tx) => {
    await audit(tx, { action: 'account.invited', subjectType: 'user', subjectId: userId })
    await emit(tx, 'account.invited', { userId })
  })
}

import { eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { type Role, system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'
import type { Browser } from './browser.ts'
import type { Account } from './find-account.server.ts'
import { spendTries } from './limits.server.ts'
import { readLoginToken, takeLoginToken } from './login-tokens.server.ts'
import { passwordFault } from './password-rules.ts'
import { hashPassword } from './password.server.ts'
import { endSessionsOf, startSession } from './sessions.server.ts'
import { sealSeed, seedOfInvite, stepOfCode } from './totp.server.ts'

const gone = () => new DomainError('gone', 'account_link_gone')

async function invited(token: string): Promise<Account> {
  const invite = await withActor(system('sign-in'), (tx) => readLoginToken(tx, token, 'invite'))
  if (invite.state !== 'ready' || invite.account.role === 'hr_contact') throw gone()
  return invite.account
}

/**
 * Takes an invitation up: a password of her own, a telephone that shows the right code, and the browser is signed in.
 * Whatever was signed in with the former ones is signed out.
 * @throws DomainError invalid beside the password or the code, gone for a link that is worth nothing; TooManyTries.
 */
export async function acceptInvite(
  { token, password, code }: { token: string; password: string; code: string },
  browser: Browser,
): Promise<{ token: string; role: Role }> {
  await spendTries([{ limit: 'address', of: browser.address }])
  const { id, role, name, email, orgId } = await invited(token)
  const fault = passwordFault(password, [name, email])
  if (fault) throw new DomainError('invalid', fault, 'password')
  await spendTries([{ limit: 'code', of: token }])
  const seed = seedOfInvite(token)
  const step = stepOfCode(seed, code)
  if (step === null) throw new DomainError('invalid', 'account_code_wrong', 'code')
  const passwordHash = await hashPassword(password)
  return withActor(system('sign-in'), async (tx) => {
    if ((await takeLoginToken(tx, token, 'invite')) !== id) throw gone()
    await tx
      .update(users)
      .set({ passwordHash, totpSecret: sealSeed(id, seed), totpLastStep: step })
      .where(eq(users.id, id))
    await endSessionsOf(tx, id)
    await audit(tx, {
      ...{ action: 'account.invite_accepted', subjectType: 'user', subjectId: id },
      orgId: orgId ?? NETWORK_ORG,
    })
    return { token: await startSession(tx, { userId: id, role, complete: true, browser }), role }
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

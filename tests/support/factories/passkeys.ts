import { addPasskey, registrationOptions } from '#app/domain/accounts/register-passkey.server.ts'
import { signInOptions } from '#app/domain/accounts/verify-passkey.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { aPasskey } from '#tests/support/soft-authenticator.ts'

/** The challenge that a new passkey of somebody is asked to sign. */
export const newPasskeyChallenge = async (actor: StaffActor | HrActor): Promise<string> =>
  (await withActor(actor, (tx) => registrationOptions(tx, actor.userId))).challenge

/** The challenge of a sign-in. */
export const signInChallenge = async (): Promise<string> => (await signInOptions()).challenge

/** A passkey that somebody has made, on a device of hers. */
export async function aPasskeyOf(actor: StaffActor | HrActor, device = 'Chrome, Android') {
  const passkey = aPasskey()
  const answer = passkey.create(await newPasskeyChallenge(actor))
  await withActor(actor, (tx) => addPasskey(tx, answer, device))
  return passkey
}

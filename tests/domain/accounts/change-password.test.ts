import { describe, expect, it } from 'vitest'
import { changePassword } from '#app/domain/accounts/change-password.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { signInWithPassword } from '#app/domain/accounts/sign-in-with-password.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { outcome, times } from '#tests/support/attempts.ts'
import {
  aBrowser,
  accountRow,
  aStaffWithCredentials,
  changeAccount,
  PASSWORD,
} from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const NEW = 'il treno delle sette e un quarto'

const begin = ({ userId, role }: StaffActor) =>
  db.asSystem((tx) => startSession(tx, { userId, role, complete: true, browser: aBrowser() }))
const isOpen = async (token: string) => (await readSession(token)).actor.kind !== 'anonymous'

describe('changing one’s password', () => {
  it('keeps this browser under another token to the same end, and signs every other one out', async () => {
    const { actor, email } = await aStaffWithCredentials()
    const [here, elsewhere] = [await begin(actor), await begin(actor)]
    const token = await changePassword(actor, { current: PASSWORD, password: NEW }, aBrowser(sha256(here)))
    expect([await isOpen(here), await isOpen(elsewhere), await isOpen(token)]).toEqual([false, false, true])
    expect(await outcome(signInWithPassword({ email, password: NEW }, aBrowser()))).toBe('ok')
    expect(await outcome(signInWithPassword({ email, password: PASSWORD }, aBrowser()))).toBe(
      'account_credentials_wrong',
    )
  })

  it.each([
    ['a wrong current one', 'sbagliata', NEW, 'security_password_current_wrong', 'current'],
    ['a short one', PASSWORD, 'corta', 'account_password_short', 'password'],
    ['a common one', PASSWORD, 'Passaparola2026!', 'account_password_common', 'password'],
    ['the same again', PASSWORD, PASSWORD, 'security_password_same', 'password'],
  ])('refuses %s, and changes nothing', async (_, current, password, reason, field) => {
    const { actor } = await aStaffWithCredentials()
    const [token, before] = [await begin(actor), await accountRow(actor)]
    const refused = changePassword(actor, { current, password }, aBrowser(sha256(token)))
    await expect(refused).rejects.toMatchObject({ code: 'invalid', reason, field })
    expect(await accountRow(actor)).toEqual(before)
    expect(await isOpen(token)).toBe(true)
  })

  it('is tried five times in a quarter of an hour, and not at all with an account of the demo', async () => {
    const { actor } = await aStaffWithCredentials()
    const browser = aBrowser(sha256(await begin(actor)))
    const attempt = (current: string) => outcome(changePassword(actor, { current, password: NEW }, browser))
    await times(5, () => attempt('sbagliata'))
    expect(await attempt(PASSWORD)).toBe('account_too_many_tries')
    const demo = await aStaffWithCredentials()
    await changeAccount(demo.actor, { demo: true })
    const refused = changePassword(demo.actor, { current: PASSWORD, password: NEW }, aBrowser())
    await expect(refused).rejects.toMatchObject({ reason: 'security_password_demo' })
  })
})

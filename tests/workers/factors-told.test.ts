import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { changePassword } from '#app/domain/accounts/change-password.server.ts'
import { removePasskey } from '#app/domain/accounts/passkeys.server.ts'
import { makeRecoveryCodes } from '#app/domain/accounts/recovery-codes.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { devMailbox } from '#db/schema/follow-ups.ts'
import { aBrowser, aStaffWithCredentials, PASSWORD } from '#tests/support/factories/credentials.ts'
import { aPasskeyOf } from '#tests/support/factories/passkeys.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runAll } from './run-all.ts'

const db = useTestDatabase()

it('whoever has another password, passkey or codes on paper than before is told, each time, and nobody else', async () => {
  const { actor, email } = await aStaffWithCredentials()
  await aStaffWithCredentials()
  const token = await db.asSystem((tx) =>
    startSession(tx, { userId: actor.userId, role: actor.role, complete: true, browser: aBrowser() }),
  )
  const password = 'il treno delle sette e un quarto'
  await changePassword(actor, { current: PASSWORD, password }, aBrowser(sha256(token)))
  const passkey = await aPasskeyOf(actor, 'Firefox, Linux')
  await withActor(actor, (tx) => removePasskey(tx, passkey.id))
  const codes = await makeRecoveryCodes(actor)
  await db.asOtherLogin(runAll)
  const sent = await db.asSystem((tx) => tx.select().from(devMailbox))
  expect(sent.map(({ recipient }) => recipient)).toEqual([email, email, email, email])
  for (const { subject, text, html } of sent) {
    expect(subject).toBe('È cambiato il modo in cui entri')
    expect(text).toContain('/account/sicurezza')
    for (const secret of [password, passkey.id, 'Firefox', ...codes]) {
      expect(text).not.toContain(secret)
      expect(html).not.toContain(secret)
    }
  }
  expect(await db.asSystem((tx) => tx.$count(devMailbox, eq(devMailbox.recipient, email)))).toBe(4)
})

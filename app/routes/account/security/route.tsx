import { getZodConstraint } from '@conform-to/zod/v4'
import { type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePasswordSchema } from '#app/domain/accounts/change-password.schema.server.ts'
import { changePassword } from '#app/domain/accounts/change-password.server.ts'
import { passkeySchema } from '#app/domain/accounts/passkey-answer.schema.server.ts'
import { passkeyRequired } from '#app/domain/accounts/passkey-site.server.ts'
import { myPasskeys, removePasskey } from '#app/domain/accounts/passkeys.server.ts'
import { makeRecoveryCodes, recoveryCodesLeft } from '#app/domain/accounts/recovery-codes.server.ts'
import { addPasskey } from '#app/domain/accounts/register-passkey.server.ts'
import { removePasskeySchema } from '#app/domain/accounts/remove-passkey.schema.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { browserOf, signedIn } from '#app/web/browser.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { confirmPath, hasFreshFactor, requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { PasskeyList } from './PasskeyList.tsx'
import { PasswordChange } from './PasswordChange.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

const PATH = '/account/sicurezza'

export const meta: MetaFunction = () => [{ title: `${m.security_title()} · Passaparola` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = defineLoader('signed_in', async (call) => {
  const { tx, actor } = call
  const staff = actor.kind === 'staff'
  return {
    staff,
    fresh: await hasFreshFactor(call),
    confirm: confirmPath(PATH),
    passkeys: await myPasskeys(tx),
    required: staff && passkeyRequired(actor.role),
    codesLeft: await recoveryCodesLeft(tx),
    constraint: getZodConstraint(changePasswordSchema),
  }
})

export const action = definePlainAction('signed_in', async (call) => {
  await requireFreshFactor(call)
  const { form, intent, actor } = call
  const browser = await browserOf(call)
  if (intent === 'passkey') {
    return answerForm(
      { form, intent, schema: passkeySchema, secrets: ['response'] },
      async ({ response }) => {
        await withActor(actor, (tx) => addPasskey(tx, response, browser.device))
        return redirectTo(PATH, { flash: 'security_passkey_added' })
      },
    )
  }
  if (intent === 'remove') {
    return answerForm({ form, intent, schema: removePasskeySchema }, async ({ id }) => {
      await withActor(actor, (tx) => removePasskey(tx, id))
      return redirectTo(PATH, { flash: 'security_passkey_removed' })
    })
  }
  if (actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  if (intent === 'codes') return { codes: await makeRecoveryCodes(actor) }
  const secrets = ['current', 'password', 'again']
  return answerForm(
    { form, schema: changePasswordSchema, intent: 'password', secrets },
    async ({ current, password }) => {
      const token = await changePassword(actor, { current, password }, browser)
      return signedIn({ token }, PATH, { flash: 'security_password_changed' })
    },
  )
})

export default function Security() {
  const { staff, fresh, confirm, passkeys, required, codesLeft, constraint } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const codes = answer && 'codes' in answer ? answer.codes : null
  const refused = answer && 'result' in answer ? answer : undefined
  const refusedIn = (intent: string) => resultFor(refused, intent)?.error?.['']
  return (
    <div className="form-page stack">
      <PageHeader title={m.security_title()} lead={m.security_lead()} />
      {fresh ? null : (
        <Notice tone="info" title={m.security_locked_title()}>
          <p>{m.security_locked_lead()}</p>
          <ButtonLink to={confirm} size="sm">
            {m.security_locked_open()}
          </ButtonLink>
        </Notice>
      )}
      <PasskeyList
        passkeys={passkeys}
        required={required}
        fresh={fresh}
        refused={refusedIn('passkey') ?? refusedIn('remove')}
      />
      {staff ? <RecoveryCodes left={codesLeft} codes={codes} fresh={fresh} /> : null}
      {staff && fresh ? (
        <PasswordChange constraint={constraint} lastResult={resultFor(refused, 'password')} />
      ) : null}
      <section aria-labelledby="devices-title">
        <h2 id="devices-title">{m.account_devices_title()}</h2>
        <p>{m.security_devices_lead()}</p>
        <ButtonLink to="/account#devices-title" variant="secondary">
          {m.security_devices_open()}
        </ButtonLink>
      </section>
    </div>
  )
}

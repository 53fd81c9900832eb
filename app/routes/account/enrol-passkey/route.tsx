import { type HeadersFunction, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { passkeySchema } from '#app/domain/accounts/passkey-answer.schema.server.ts'
import { enrolPasskey } from '#app/domain/accounts/register-passkey.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { PasskeyButton } from '#app/ui/passkeys/PasskeyButton.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { browserOf, signedIn } from '#app/web/browser.server.ts'
import { type Call, defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { sessionOf } from '#app/web/request.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.security_enrol_title()} · Passaparola` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

/** She who has given password and code and whose role needs a passkey that she has not made yet. */
async function enrollingUser({ request, info }: Call) {
  const { pendingUserId, enrolling } = await sessionOf(request, info)
  return enrolling ? pendingUserId : null
}

export const loader = defineLoader('everyone', async (call) => {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (!(await enrollingUser(call))) throw redirect('/accedi', 303)
  return null
})

export const action = definePlainAction('everyone', async (call) => {
  const userId = await enrollingUser(call)
  if (!userId) return redirectTo('/accedi', { flash: 'account_code_too_late' })
  const form = { form: call.form, schema: passkeySchema, intent: 'passkey', secrets: ['response'] }
  return answerForm(form, async ({ response }) => {
    const session = await enrolPasskey(userId, response, await browserOf(call))
    return signedIn(session, '/account/sicurezza', { flash: 'security_enrolled' })
  })
})

export default function EnrolPasskey() {
  const answer = useActionData<typeof action>()
  return (
    <div className="form-page stack">
      <PageHeader title={m.security_enrol_title()} lead={m.security_enrol_lead()} />
      <p>{m.security_passkey_what()}</p>
      <PasskeyButton
        use="nuova"
        action="/accedi/passkey"
        label={m.security_passkey_make()}
        refused={answer?.result.error?.['']}
      />
      <ButtonLink to="/accedi" variant="quiet">
        {m.account_code_back()}
      </ButtonLink>
    </div>
  )
}

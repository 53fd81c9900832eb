import { getZodConstraint } from '@conform-to/zod/v4'
import { type HeadersFunction, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmCode, takesCode } from '#app/domain/accounts/confirm-code.server.ts'
import { demoCode } from '#app/domain/accounts/demo-accounts.server.ts'
import { recoverySchema } from '#app/domain/accounts/recovery-code.schema.server.ts'
import { signInWithRecoveryCode } from '#app/domain/accounts/sign-in-with-recovery-code.server.ts'
import { codeSchema } from '#app/domain/accounts/sign-in.schema.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { CodeForm } from '#app/ui/account/CodeForm.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { PasskeyButton } from '#app/ui/passkeys/PasskeyButton.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { browserOf, letIn } from '#app/web/browser.server.ts'
import { type Call, defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { sessionOf } from '#app/web/request.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { RecoveryForm } from './RecoveryForm.tsx'

export const meta: MetaFunction = () => [{ title: `${m.account_code_title()} · Passaparola` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

const pendingUser = async ({ request, info }: Call) => (await sessionOf(request, info)).pendingUserId

export const loader = defineLoader('everyone', async (call) => {
  const userId = await pendingUser(call)
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (!userId) throw redirect('/accedi', 303)
  return {
    to: safePath(call.url.searchParams.get('a'), ''),
    takesCode: await takesCode(call.tx, userId),
    demoCode: await demoCode(call.tx, userId),
    constraints: { code: getZodConstraint(codeSchema), recovery: getZodConstraint(recoverySchema) },
  }
})

export const action = definePlainAction('everyone', async (call) => {
  const userId = await pendingUser(call)
  if (!userId) return redirectTo('/accedi', { flash: 'account_code_too_late' })
  const { form } = call
  const browser = await browserOf(call)
  if (call.intent === 'recovery') {
    return answerForm(
      { form, schema: recoverySchema, intent: 'recovery', secrets: ['recovery'] },
      async ({ recovery, to }) =>
        letIn(await signInWithRecoveryCode({ userId, code: recovery }, browser), to),
    )
  }
  return answerForm({ form, schema: codeSchema, intent: 'code', secrets: ['code'] }, async ({ code, to }) =>
    letIn(await confirmCode({ userId, code }, browser), to),
  )
})

export default function Code() {
  const { to, takesCode, demoCode, constraints } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const recovery = resultFor(answer, 'recovery')
  return (
    <div className="form-page stack">
      <PageHeader
        title={takesCode ? m.account_code_title() : m.security_passkey_asked_title()}
        lead={takesCode ? m.account_code_lead() : m.security_passkey_asked_lead()}
      />
      {takesCode ? (
        <CodeForm
          constraint={constraints.code}
          lastResult={resultFor(answer, 'code')}
          action="/accedi/codice"
          to={to}
          demoCode={demoCode}
          submit={m.account_code_submit()}
          cancel={{ to: '/accedi', label: m.account_code_back() }}
        />
      ) : (
        <PasskeyButton use="accesso" action="/accedi" label={m.security_passkey_sign_in()} to={to} />
      )}
      <Disclosure summary={m.security_recovery_lost()} open={recovery?.status === 'error'}>
        <RecoveryForm constraint={constraints.recovery} lastResult={recovery} to={to} />
      </Disclosure>
    </div>
  )
}

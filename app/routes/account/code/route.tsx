import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { type HeadersFunction, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { confirmCode } from '#app/domain/accounts/confirm-code.server.ts'
import { demoCode } from '#app/domain/accounts/demo-accounts.server.ts'
import { codeSchema } from '#app/domain/accounts/sign-in.schema.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { browserOf, signedIn } from '#app/web/browser.server.ts'
import { type Call, defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { homePath } from '#app/web/home-path.ts'
import { sessionOf } from '#app/web/request.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'

export const meta: MetaFunction = () => [{ title: `${m.account_code_title()} · Passaparola` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

const pendingUser = async ({ request, info }: Call) => (await sessionOf(request, info)).pendingUserId

export const loader = defineLoader('everyone', async (call) => {
  const userId = await pendingUser(call)
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (!userId) throw redirect('/accedi', 303)
  return {
    to: safePath(call.url.searchParams.get('a'), ''),
    demoCode: await demoCode(call.tx, userId),
    constraint: getZodConstraint(codeSchema),
  }
})

export const action = definePlainAction('everyone', async (call) => {
  const userId = await pendingUser(call)
  if (!userId) return redirectTo('/accedi', { flash: 'account_code_too_late' })
  const form = { form: call.form, schema: codeSchema, intent: 'code', secrets: ['code'] }
  return answerForm(form, async ({ code, to }) => {
    const session = await confirmCode({ userId, code }, await browserOf(call))
    return signedIn(session, safePath(to, homePath(session.role)))
  })
})

export default function Code() {
  const { to, demoCode, constraint } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ code: string }>({ id: 'code', constraint, lastResult: answer?.result })
  return (
    <div className="form-page">
      <PageHeader title={m.account_code_title()} lead={m.account_code_lead()} />
      {demoCode ? (
        <Notice tone="info" title={m.account_code_demo({ code: demoCode })}>
          {m.account_code_demo_detail()}
        </Notice>
      ) : null}
      <Form method="post" action="/accedi/codice" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <input type="hidden" name="to" value={to} />
        <ConformField
          meta={fields.code}
          label={m.account_code()}
          hint={m.account_code_hint()}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
        <FormFooter
          submit={m.account_code_submit()}
          cancel={{ to: '/accedi', label: m.account_code_back() }}
        />
      </Form>
    </div>
  )
}

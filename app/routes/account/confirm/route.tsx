import { getZodConstraint } from '@conform-to/zod/v4'
import { type HeadersFunction, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { confirmFactor, myFactors } from '#app/domain/accounts/confirm-factor.server.ts'
import { demoCode } from '#app/domain/accounts/demo-accounts.server.ts'
import { passkeySchema } from '#app/domain/accounts/passkey-answer.schema.server.ts'
import { codeSchema } from '#app/domain/accounts/sign-in.schema.server.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'
import { CodeForm } from '#app/ui/account/CodeForm.tsx'
import { Button } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { PasskeyButton } from '#app/ui/passkeys/PasskeyButton.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { browserOf, signedIn } from '#app/web/browser.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { confirmPath, hasFreshFactor } from '#app/web/fresh-factor.server.ts'
import { homePath } from '#app/web/home-path.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { Confirmed } from './Confirmed.tsx'
import { isFile } from './is-file.ts'

export const meta: MetaFunction = () => [{ title: `${m.security_confirm_title()} · Passaparola` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = defineLoader('signed_in', async (call) => {
  const { tx, actor, url } = call
  const home = actor.kind === 'staff' || actor.kind === 'hr' ? homePath(actor.role) : '/'
  const to = safePath(url.searchParams.get('a'), home)
  const fresh = await hasFreshFactor(call)
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (fresh && !isFile(to)) throw redirect(to, 303)
  const userId = userIdOf(actor)
  return {
    ...{ to, home, ready: fresh },
    factors: await myFactors(tx),
    demoCode: userId && (await demoCode(tx, userId)),
    constraint: getZodConstraint(codeSchema),
  }
})

export const action = definePlainAction('signed_in', async (call) => {
  const { form, actor } = call
  const browser = await browserOf(call)
  const goOn = (token: string, to: string | undefined) => signedIn({ token }, confirmPath(safePath(to)))
  if (call.intent === 'passkey') {
    return answerForm(
      { form, schema: passkeySchema, intent: 'passkey', secrets: ['response'] },
      async ({ response, to }) => goOn(await confirmFactor(actor, { passkey: response }, browser), to),
    )
  }
  return answerForm({ form, schema: codeSchema, intent: 'code', secrets: ['code'] }, async ({ code, to }) =>
    goOn(await confirmFactor(actor, { code }, browser), to),
  )
})

export default function Confirm() {
  const { to, home, ready, factors, demoCode, constraint } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (ready) return <Confirmed to={to} home={home} />
  const nothing = !factors.passkey && !factors.code
  return (
    <div className="form-page stack">
      <PageHeader title={m.security_confirm_title()} lead={m.security_confirm_lead()} />
      {factors.passkey ? (
        <PasskeyButton
          use="conferma"
          action="/account/conferma"
          label={m.security_confirm_by_passkey()}
          to={to}
          refused={resultFor(answer, 'passkey')?.error?.['']}
        />
      ) : null}
      {factors.code ? (
        <CodeForm
          constraint={constraint}
          lastResult={resultFor(answer, 'code')}
          action="/account/conferma"
          to={to}
          intent="code"
          demoCode={demoCode}
          submit={m.security_confirm_submit()}
        />
      ) : null}
      {nothing ? (
        <Form method="post" action="/esci">
          <p>{m.security_confirm_by_link()}</p>
          <Button>{m.security_confirm_sign_out()}</Button>
        </Form>
      ) : null}
    </div>
  )
}

import { getZodConstraint } from '@conform-to/zod/v4'
import { type HeadersFunction, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askSignInLink } from '#app/domain/accounts/ask-sign-in-link.server.ts'
import { listDemoAccounts, signInAsDemo } from '#app/domain/accounts/demo-accounts.server.ts'
import { passkeySchema } from '#app/domain/accounts/passkey-answer.schema.server.ts'
import { askLinkSchema, demoSchema, passwordSchema } from '#app/domain/accounts/sign-in.schema.server.ts'
import { signInWithPassword } from '#app/domain/accounts/sign-in-with-password.server.ts'
import { signInWithPasskey } from '#app/domain/accounts/sign-in-with-passkey.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { PasskeyButton } from '#app/ui/passkeys/PasskeyButton.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { browserOf, letIn, signedIn } from '#app/web/browser.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { homePath } from '#app/web/home-path.ts'
import { mailboxPath } from '#app/web/mailbox-path.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { DemoForm } from './DemoForm.tsx'
import { LinkForm } from './LinkForm.tsx'
import { LinkSent } from './LinkSent.tsx'
import { PasswordForm } from './PasswordForm.tsx'

export const meta: MetaFunction = () => [{ title: `${m.account_sign_in_title()} · Passaparola` }]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = defineLoader('everyone', async ({ tx, actor, url }) => {
  const to = safePath(url.searchParams.get('a'), '')
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (actor.kind === 'staff' || actor.kind === 'hr') throw redirect(to || homePath(actor.role), 303)
  return {
    to,
    linkSent: url.searchParams.has('inviato'),
    mailbox: mailboxPath(),
    demo: await listDemoAccounts(tx),
    constraints: { password: getZodConstraint(passwordSchema), link: getZodConstraint(askLinkSchema) },
  }
})

export const action = definePlainAction('everyone', async (call) => {
  const { form, intent } = call
  const browser = await browserOf(call)
  if (intent === 'password') {
    return answerForm(
      { form, intent, schema: passwordSchema, secrets: ['password'] },
      async ({ to, ...given }) => {
        const token = await signInWithPassword(given, browser)
        const back = safePath(to, '')
        return signedIn({ token }, `/accedi/codice${back && `?a=${encodeURIComponent(back)}`}`)
      },
    )
  }
  if (intent === 'passkey') {
    return answerForm(
      { form, intent, schema: passkeySchema, secrets: ['response'] },
      async ({ response, to }) => letIn(await signInWithPasskey(response, browser), to),
    )
  }
  if (intent === 'link') {
    return answerForm({ form, intent, schema: askLinkSchema }, async ({ email }) => {
      await askSignInLink(email, browser.address)
      return redirectTo('/accedi?inviato=1')
    })
  }
  if (intent === 'demo') {
    return answerForm({ form, intent, schema: demoSchema }, async ({ role, to }) =>
      signedIn({ token: await signInAsDemo(role, browser) }, safePath(to, homePath(role))),
    )
  }
  throw new DomainError('invalid', 'account_form_unknown')
})

export default function SignIn() {
  const { to, linkSent, mailbox, demo, constraints } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const resultOf = (intent: string) =>
    answer && 'intent' in answer && answer.intent === intent ? answer.result : undefined
  if (linkSent && !answer) return <LinkSent mailbox={mailbox} />
  return (
    <div className="stack">
      <PageHeader title={m.account_sign_in_title()} lead={m.account_sign_in_lead()} />
      {demo.length > 0 ? <DemoForm accounts={demo} to={to} /> : null}
      <div className="split">
        <LinkForm constraint={constraints.link} lastResult={resultOf('link')} />
        <PasswordForm constraint={constraints.password} lastResult={resultOf('password')} to={to} />
      </div>
      <Card as="section" title={m.security_passkey_card()}>
        <PasskeyButton
          use="accesso"
          action="/accedi"
          label={m.security_passkey_sign_in()}
          to={to}
          variant="secondary"
          refused={resultOf('passkey')?.error?.['']}
        />
      </Card>
    </div>
  )
}

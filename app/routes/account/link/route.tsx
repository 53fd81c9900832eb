import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { renewSignInLink } from '#app/domain/accounts/ask-sign-in-link.server.ts'
import { signInByLink, signInLinkState } from '#app/domain/accounts/sign-in-by-link.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { browserOf, signedIn } from '#app/web/browser.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { homePath } from '#app/web/home-path.ts'

const titles = {
  ready: m.account_link_title,
  ended: m.account_link_ended_title,
  unknown: m.account_link_unknown_title,
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${titles[data?.state ?? 'ready']()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

/** Mail scanners open links: opening this one only looks. */
export const loader = defineLoader('everyone', async ({ tx, actor, params }) => {
  const state = await signInLinkState(tx, params.token ?? '')
  if (state === 'ready') return data({ state })
  // The second of two clicks finds the link used, and the browser signed in by the first.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (actor.kind === 'hr') throw redirect(homePath(actor.role), 303)
  return data({ state }, { status: 410 })
})

export const action = definePlainAction('everyone', async (call) => {
  const link = call.params.token ?? ''
  const browser = await browserOf(call)
  if (call.intent === 'renew') {
    await renewSignInLink(link, browser.address)
    return redirectTo('/accedi?inviato=1')
  }
  const session = await signInByLink(link, browser)
  return session ? signedIn(session, homePath(session.role)) : redirectTo(call.url.pathname)
})

export default function SignInLink() {
  const { state } = useLoaderData<typeof loader>()
  if (state === 'unknown') {
    return (
      <div className="form-page">
        <PageHeader title={titles[state]()} lead={m.account_link_unknown_lead()} />
        <ButtonLink to="/accedi">{m.account_link_ask()}</ButtonLink>
      </div>
    )
  }
  const ready = state === 'ready'
  return (
    <div className="form-page">
      <PageHeader
        title={titles[state]()}
        lead={ready ? m.account_link_lead() : m.account_link_ended_lead()}
      />
      <Form method="post">
        <input type="hidden" name="intent" value={ready ? 'sign_in' : 'renew'} />
        <Button>{ready ? m.account_link_submit() : m.account_link_renew()}</Button>
      </Form>
    </div>
  )
}

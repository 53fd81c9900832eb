import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptInviteSchema } from '#app/domain/accounts/accept-invite.schema.server.ts'
import { acceptInvite, renewInvite } from '#app/domain/accounts/accept-invite.server.ts'
import { readInvite } from '#app/domain/accounts/read-invite.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { browserOf, letIn } from '#app/web/browser.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { qrCode } from '#app/web/qr-code.server.ts'
import { AcceptForm } from './AcceptForm.tsx'
import { Enrolment } from './Enrolment.tsx'
import { InviteProblem } from './InviteProblem.tsx'

const titles = {
  ready: m.account_invite_title,
  expired: m.account_invite_expired_title,
  gone: m.account_invite_gone_title,
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${titles[data?.invite.state ?? 'ready']()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

/** Mail scanners open links: opening this one only looks. */
export const loader = defineLoader('everyone', async ({ tx, params }) => {
  const invite = await readInvite(tx, params.token ?? '')
  if (invite.state !== 'ready') return data({ invite, qr: null, constraint: {} }, { status: 410 })
  return data({ invite, qr: qrCode(invite.uri), constraint: getZodConstraint(acceptInviteSchema) })
})

export const action = definePlainAction('everyone', async (call) => {
  const token = call.params.token ?? ''
  const browser = await browserOf(call)
  if (call.intent === 'renew') {
    await renewInvite(token, browser.address)
    return redirectTo('/accedi', { flash: 'account_invite_renewed' })
  }
  const form = {
    form: call.form,
    schema: acceptInviteSchema,
    intent: 'accept',
    secrets: ['password', 'again', 'code'],
  }
  return answerForm(form, async ({ password, code }) => {
    const session = await acceptInvite({ token, password, code }, browser)
    return session ? letIn(session) : redirectTo(call.url.pathname)
  })
})

export default function Invite() {
  const { invite, qr, constraint } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (invite.state !== 'ready') return <InviteProblem expired={invite.state === 'expired'} />
  return (
    <div className="form-page">
      <PageHeader
        title={m.account_invite_welcome({ name: invite.name })}
        lead={m.account_invite_lead({ email: invite.email })}
      />
      <AcceptForm constraint={constraint} lastResult={answer?.result} email={invite.email}>
        {qr ? <Enrolment qr={qr} seed={invite.seed} uri={invite.uri} /> : null}
      </AcceptForm>
    </div>
  )
}

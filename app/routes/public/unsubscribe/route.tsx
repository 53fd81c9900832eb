import { data, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useParams } from '@remix-run/react'
import { hasUnsubscribed } from '#app/domain/follow-ups/resubscribe.server.ts'
import { readUnsubscribeToken } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { unsubscribe } from '#app/domain/follow-ups/unsubscribe.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

const titles = {
  ready: m.mail_unsubscribe_title,
  done: m.mail_unsubscribe_done_title,
  back: m.mail_unsubscribe_back_title,
  altered: m.mail_unsubscribe_altered_title,
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${titles[data?.state ?? 'ready']()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

type State = keyof typeof titles

const shown = (state: State, status: number) => data({ state }, { status })

/** Mail scanners open links: opening this one changes nothing. */
export const loader = defineLoader('everyone', async ({ params, url }) => {
  const contactId = readUnsubscribeToken(params.token ?? '')
  if (!contactId) return shown('altered', 410)
  const isReading: State = url.searchParams.has('ripreso') ? 'back' : 'ready'
  const state = (await hasUnsubscribed(contactId)) ? 'done' : isReading
  return shown(state, 200)
})

/** By the button, or by a mail program's one click, which is answered without a redirect (RFC 8058, 3.1). */
export const action = definePlainAction('everyone', async ({ params, form, url }) => {
  const contactId = readUnsubscribeToken(params.token ?? '')
  if (!contactId) return redirectTo(url.pathname)
  await unsubscribe(contactId)
  if (form.get('List-Unsubscribe') === 'One-Click') return data({ done: true })
  return redirectTo(url.pathname)
})

export default function Unsubscribe() {
  const { state } = useLoaderData<typeof loader>()
  const { token } = useParams()
  if (state === 'altered') {
    return <PageHeader title={titles[state]()} lead={m.mail_unsubscribe_altered()} />
  }
  if (state === 'done') {
    return (
      <div className="form-page">
        <PageHeader title={titles[state]()} lead={m.mail_unsubscribe_done()} />
        <Form method="post" action={`/disiscrizione/${token}/riprendi`}>
          <Button variant="secondary">{m.mail_unsubscribe_again()}</Button>
        </Form>
      </div>
    )
  }
  if (state === 'back') {
    return <PageHeader title={titles[state]()} lead={m.mail_unsubscribe_back()} />
  }
  return (
    <div className="form-page">
      <PageHeader title={titles[state]()} lead={m.mail_unsubscribe_lead()} />
      <Form method="post">
        <Button>{m.mail_unsubscribe_submit()}</Button>
      </Form>
    </div>
  )
}

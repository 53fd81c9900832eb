import { data, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
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
  altered: m.mail_unsubscribe_altered_title,
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${titles[data?.state ?? 'ready']()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

type State = keyof typeof titles

/** Mail scanners open links: opening this one changes nothing. */
export const loader = defineLoader('everyone', ({ params, url }) => {
  const known = readUnsubscribeToken(params.token ?? '') !== null
  const state: State = !known ? 'altered' : url.searchParams.has('fatto') ? 'done' : 'ready'
  return Promise.resolve(data({ state }, { status: known ? 200 : 410 }))
})

/** By the button, or by a mail program's one click, which is answered without a redirect (RFC 8058, 3.1). */
export const action = definePlainAction('everyone', async ({ params, form, url }) => {
  const contactId = readUnsubscribeToken(params.token ?? '')
  if (!contactId) return redirectTo(url.pathname)
  await unsubscribe(contactId)
  if (form.get('List-Unsubscribe') === 'One-Click') return data({ done: true })
  return redirectTo(`${url.pathname}?fatto=1`)
})

export default function Unsubscribe() {
  const { state } = useLoaderData<typeof loader>()
  if (state === 'altered') {
    return <PageHeader title={titles[state]()} lead={m.mail_unsubscribe_altered()} />
  }
  if (state === 'done') {
    return <PageHeader title={titles[state]()} lead={m.mail_unsubscribe_done()} />
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

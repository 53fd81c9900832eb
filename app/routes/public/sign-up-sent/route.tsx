import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mailboxPath } from '#app/web/mailbox-path.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { MailboxHint } from '#app/ui/MailboxHint.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.account_sent_title()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

/** The same page for everybody who signed up, whatever was known of the company or the address. */
export const loader = defineLoader('everyone', () => Promise.resolve({ mailbox: mailboxPath() }))

export default function SignUpSent() {
  const { mailbox } = useLoaderData<typeof loader>()
  return (
    <div className="form-page stack">
      <PageHeader title={m.account_sent_title()} lead={m.account_sent_lead()} />
      <MailboxHint path={mailbox} />
      <h2>{m.account_sent_next_title()}</h2>
      <ol>
        <li>{m.account_sent_next_link()}</li>
        <li>{m.account_sent_next_opening()}</li>
        <li>{m.account_sent_next_verified()}</li>
      </ol>
      <p className="muted">{m.account_sent_nothing()}</p>
    </div>
  )
}

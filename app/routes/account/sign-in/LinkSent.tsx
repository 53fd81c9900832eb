import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { MailboxHint } from '#app/ui/MailboxHint.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

/** After asking for a link, whether or not the address is known: look at the mail, or write another address. */
export function LinkSent({ mailbox }: { mailbox: string | null }) {
  return (
    <div className="form-page stack">
      <PageHeader title={m.account_link_sent()} lead={m.account_link_sent_detail()} />
      <MailboxHint path={mailbox} />
      <ButtonLink to="/accedi" variant="secondary">
        {m.account_link_other()}
      </ButtonLink>
    </div>
  )
}

import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

/** Says where the demo's mail goes; nothing where there is a mail server. */
export function MailboxHint({ path }: { path: string | null }) {
  if (!path) return null
  return (
    <Notice tone="info">
      <p>
        {m.account_mailbox_hint()} <a href={path}>{m.account_mailbox_open()}</a>
      </p>
    </Notice>
  )
}

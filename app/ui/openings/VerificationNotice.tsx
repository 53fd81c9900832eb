import type { Verification } from '#app/domain/openings/opening-view.ts'
import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

/** Where the check of a company stands and what comes next; nothing where there is nothing to wait for. */
export function VerificationNotice({ verification }: { verification: Verification }) {
  if (verification === 'verified') return null
  if (verification === 'rejected')
    return (
      <Notice tone="bad" title={m.company_rejected_title()}>
        {m.company_rejected()}
      </Notice>
    )
  return (
    <Notice tone="info" title={m.company_pending_title()}>
      <p>{m.company_pending()}</p>
      <ol>
        <li>{m.company_pending_register()}</li>
        <li>{m.company_pending_call()}</li>
        <li>{m.company_pending_mail()}</li>
      </ol>
      <p>{m.company_pending_meanwhile()}</p>
    </Notice>
  )
}

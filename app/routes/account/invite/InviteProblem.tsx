import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

/** What whoever holds an invitation that no longer opens reads, and can do at once. */
export function InviteProblem({ expired }: { expired: boolean }) {
  if (!expired) {
    return (
      <div className="form-page">
        <PageHeader title={m.account_invite_gone_title()} lead={m.account_invite_gone_lead()} />
        <ButtonLink to="/accedi">{m.ui_sign_in()}</ButtonLink>
      </div>
    )
  }
  return (
    <div className="form-page">
      <PageHeader title={m.account_invite_expired_title()} lead={m.account_invite_expired_lead()} />
      <Form method="post">
        <input type="hidden" name="intent" value="renew" />
        <Button>{m.account_invite_renew()}</Button>
      </Form>
    </div>
  )
}

import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

/** What whoever holds a link that no longer opens reads, and can do at once. */
export function LinkProblem({ expired }: { expired: boolean }) {
  const { pathname } = useLocation()
  if (!expired) {
    return (
      <div className="narrow stack">
        <PageHeader title={m.proposals_link_altered_title()} lead={m.proposals_link_altered_lead()} />
        <p>
          <ButtonLink to="/accedi">{m.proposals_link_sign_in()}</ButtonLink>
        </p>
      </div>
    )
  }
  return (
    <div className="narrow stack">
      <PageHeader title={m.proposals_link_expired_title()} lead={m.proposals_link_expired_lead()} />
      <Form method="post" action={`${pathname}/nuovo`}>
        <Button>{m.proposals_link_renew()}</Button>
      </Form>
    </div>
  )
}

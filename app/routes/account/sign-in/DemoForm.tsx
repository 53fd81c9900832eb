import { Form } from '@remix-run/react'
import type { Role } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { roleLabels } from '#app/ui/role-labels.ts'

/** One click for each demo role. The loader gives no account in production, and the action takes none. */
export function DemoForm({
  accounts,
  to,
}: {
  accounts: readonly { role: Role; name: string }[]
  to: string
}) {
  return (
    <Card as="section" tone="accent" title={m.account_demo_title()}>
      <p>{m.account_demo_lead()}</p>
      <Form method="post" action="/accedi" className="button-grid">
        <input type="hidden" name="intent" value="demo" />
        <input type="hidden" name="to" value={to} />
        {accounts.map(({ role, name }) => (
          <Button key={role} variant="secondary" name="role" value={role}>
            {m.account_demo_as({ name, role: roleLabels[role]() })}
          </Button>
        ))}
      </Form>
    </Card>
  )
}

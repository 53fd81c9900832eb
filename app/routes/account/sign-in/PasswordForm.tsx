import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'

type PasswordFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  to: string
}

/** The network's people sign in by password, then by the code of their telephone. */
export function PasswordForm({ constraint, lastResult, to }: PasswordFormProps) {
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: 'password',
    constraint,
    lastResult,
  })
  return (
    <Card as="section" title={m.account_staff_title()}>
      <p>{m.account_staff_lead()}</p>
      <Form method="post" action="/accedi" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" name="to" value={to} />
        <ConformField meta={fields.email} type="email" label={m.account_email()} autoComplete="username" />
        <ConformField
          meta={fields.password}
          type="password"
          label={m.account_password()}
          autoComplete="current-password"
        />
        <Button variant="secondary">{m.account_staff_submit()}</Button>
      </Form>
      <p className="mt-3 muted small">{m.account_staff_lost()}</p>
    </Card>
  )
}

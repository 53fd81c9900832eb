import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'

type LinkFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
}

/** Companies sign in by a link in their mail: no password to remember. */
export function LinkForm({ constraint, lastResult }: LinkFormProps) {
  const [form, fields] = useForm<{ email: string }>({ id: 'link', constraint, lastResult })
  return (
    <Card as="section" title={m.account_company_title()}>
      <p>{m.account_company_lead()}</p>
      <Form method="post" action="/accedi" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <input type="hidden" name="intent" value="link" />
        <ConformField
          meta={fields.email}
          type="email"
          label={m.account_company_email()}
          autoComplete="email"
        />
        <Button>{m.account_company_submit()}</Button>
      </Form>
      <p className="mt-3">
        {m.account_company_new()} <Link to="/iscrizione">{m.account_company_sign_up()}</Link>
      </p>
    </Card>
  )
}

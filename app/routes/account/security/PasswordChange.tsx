import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { SHORTEST_PASSWORD } from '#app/domain/accounts/password-length.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'

type Fields = { current: string; password: string; again: string }

type PasswordChangeProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
}

/** Another password; every other device is signed out with it. */
export function PasswordChange({ constraint, lastResult }: PasswordChangeProps) {
  const [form, fields] = useForm<Fields>({ id: 'password', constraint, lastResult })
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{m.security_password_title()}</h2>
      <p>{m.security_password_lead()}</p>
      <Form method="post" action="/account/sicurezza" id={form.id} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <input type="hidden" name="intent" value="password" />
        <ConformField
          meta={fields.current}
          type="password"
          label={m.security_password_current()}
          autoComplete="current-password"
        />
        <ConformField
          meta={fields.password}
          type="password"
          label={m.account_new_password()}
          hint={m.account_new_password_hint({ length: SHORTEST_PASSWORD })}
          autoComplete="new-password"
        />
        <ConformField
          meta={fields.again}
          type="password"
          label={m.account_new_password_again()}
          autoComplete="new-password"
        />
        <Button variant="secondary">{m.security_password_submit()}</Button>
      </Form>
    </section>
  )
}

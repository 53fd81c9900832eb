import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SHORTEST_PASSWORD } from '#app/domain/accounts/password-length.ts'
import { m } from '#app/locales/generated/messages.js'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'

type Fields = { password: string; again: string; code: string }

type AcceptFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  /** Whose account it is, so that password managers keep the two together. */
  email: string
  children: ReactNode
}

/** A password, the telephone, a code that proves it. */
export function AcceptForm({ constraint, lastResult, email, children }: AcceptFormProps) {
  const [form, fields] = useForm<Fields>({ id: 'invite', constraint, lastResult })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="stack">
      <FormErrors form={form} />
      <section aria-labelledby="password-title">
        <h2 id="password-title">{m.account_enrol_password_title()}</h2>
        <input
          type="email"
          className="visually-hidden"
          autoComplete="username"
          defaultValue={email}
          readOnly
          hidden
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
      </section>
      <section aria-labelledby="telephone-title" className="stack">
        <h2 id="telephone-title">{m.account_enrol_telephone_title()}</h2>
        {children}
        <ConformField
          meta={fields.code}
          label={m.account_code()}
          hint={m.account_enrol_code_hint()}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
      </section>
      <FormFooter submit={m.account_enrol_submit()} />
    </Form>
  )
}

import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'

type RecoveryFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  to: string
}

/** A code on paper in place of the telephone or the passkey that was lost. */
export function RecoveryForm({ constraint, lastResult, to }: RecoveryFormProps) {
  const [form, fields] = useForm<{ recovery: string }>({ id: 'recovery', constraint, lastResult })
  return (
    <Form method="post" action="/accedi/codice" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} />
      <input type="hidden" name="intent" value="recovery" />
      <input type="hidden" name="to" value={to} />
      <ConformField
        meta={fields.recovery}
        label={m.security_recovery_code()}
        hint={m.security_recovery_hint()}
        autoComplete="off"
        spellCheck={false}
      />
      <Button variant="secondary">{m.security_recovery_submit()}</Button>
    </Form>
  )
}

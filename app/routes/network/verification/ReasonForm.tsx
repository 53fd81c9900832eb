import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ButtonVariant } from '#app/ui/Button.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type ReasonFormProps = {
  intent: 'reconsider' | 'revoke'
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
  label: string
  hint: string
  submit: string
  note: string
  variant: ButtonVariant
}

/** A decision that needs nothing but its reason. */
export function ReasonForm({
  intent,
  formKey,
  lastResult,
  label,
  hint,
  submit,
  note,
  variant,
}: ReasonFormProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id: intent,
    constraint: { reason: { required: true } },
    lastResult,
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <ConformField meta={fields.reason} type="textarea" rows={3} width="wide" label={label} hint={hint} />
      <FormFooter submit={submit} intent={{ name: 'intent', value: intent }} variant={variant} note={note} />
    </Form>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type PressFormProps = {
  intent: string
  formKey: string
  label: string
  hint: string
  /** `danger` unless told otherwise: most of these buttons end something. */
  variant?: 'danger' | 'secondary'
  lastResult: SubmissionResult<string[]> | undefined
}

/** One button, with what comes of it beside it. */
export function PressForm({ intent, formKey, label, hint, variant = 'danger', lastResult }: PressFormProps) {
  const [form] = useForm({ id: intent, lastResult })
  return (
    <Form method="post" id={form.id} className="mt-3">
      <FormErrors form={form} />
      <IdempotencyKey value={`${formKey}-${intent}`} />
      <Button variant={variant} name="intent" value={intent} aria-describedby={`${intent}-hint`}>
        {label}
      </Button>
      <p className="muted mt-2 mb-0" id={`${intent}-hint`}>
        {hint}
      </p>
    </Form>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type CancelFormProps = { formKey: string; lastResult?: SubmissionResult<string[]> }

/** What was agreed can be called off as long as it has not begun. */
export function CancelForm({ formKey, lastResult }: CancelFormProps) {
  const [form] = useForm({ id: 'cancel', lastResult })
  return (
    <Card as="section" title={m.relationship_placement_cancel_title()}>
      <p>{m.relationship_placement_cancel_lead()}</p>
      <Form method="post" id={form.id}>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <FormFooter
          submit={m.relationship_placement_cancel()}
          intent={{ name: 'intent', value: 'cancel' }}
          variant="danger"
        />
      </Form>
    </Card>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'

type ReconsiderFormProps = { formKey: string; lastResult: SubmissionResult<string[]> | undefined }

/** A refusal is not for ever: another look, with what has changed. */
export function ReconsiderForm({ formKey, lastResult }: ReconsiderFormProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id: 'reconsider',
    constraint: { reason: { required: true } },
    lastResult,
  })
  return (
    <Card as="section" title={m.network_reconsider()}>
      <Notice tone="warn">{m.network_verify_is_rejected()}</Notice>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <ConformField
          meta={fields.reason}
          type="textarea"
          rows={3}
          width="wide"
          label={m.network_reconsider_reason()}
          hint={m.network_reconsider_reason_hint()}
        />
        <FormFooter
          submit={m.network_reconsider_submit()}
          intent={{ name: 'intent', value: 'reconsider' }}
          variant="secondary"
          note={m.network_reconsider_note()}
        />
      </Form>
    </Card>
  )
}

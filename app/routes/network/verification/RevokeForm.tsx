import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'

type RevokeFormProps = { formKey: string; lastResult: SubmissionResult<string[]> | undefined }

/** A verified company: all is well, and the way to stop it at once when it is not. */
export function RevokeForm({ formKey, lastResult }: RevokeFormProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id: 'revoke',
    constraint: { reason: { required: true } },
    lastResult,
  })
  return (
    <Card as="section" title={m.network_revoke_title()}>
      <Notice tone="ok">{m.network_verify_is_verified()}</Notice>
      <p>{m.network_revoke_lead()}</p>
      <Disclosure summary={m.network_revoke()} open={lastResult !== undefined || undefined}>
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={formKey} />
          <ConformField
            meta={fields.reason}
            type="textarea"
            rows={3}
            width="wide"
            label={m.network_revoke_reason()}
            hint={m.network_revoke_reason_hint()}
          />
          <FormFooter
            submit={m.network_revoke_submit()}
            intent={{ name: 'intent', value: 'revoke' }}
            variant="danger"
            note={m.network_revoke_note()}
          />
        </Form>
      </Disclosure>
    </Card>
  )
}

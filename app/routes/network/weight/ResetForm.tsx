import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { WeightView } from './weight-view.server.ts'

type ResetFormProps = { weight: WeightView; lastResult: SubmissionResult<string[]> | undefined }

/** Who changed it, what it counts for by default, and the button that goes back to that. */
export function ResetForm({ weight: { changed, keys, seen, usual }, lastResult }: ResetFormProps) {
  const [form] = useForm({ id: 'reset', lastResult })
  return (
    <Card as="section" title={m.trust_weights_reset_title()}>
      {changed ? <p className="muted">{m.trust_weights_changed_by(changed)}</p> : null}
      <p>{m.trust_weights_usual(usual)}</p>
      <Form method="post" id={form.id}>
        <FormErrors form={form} />
        <IdempotencyKey value={keys.reset} />
        <input type="hidden" name="seen" value={seen} />
        <Button name="intent" value="reset" variant="secondary">
          {m.trust_weights_reset()}
        </Button>
      </Form>
    </Card>
  )
}

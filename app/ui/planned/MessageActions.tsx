import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { MessageView } from '#app/ui/planned/message-view.ts'

type MessageActionsProps = {
  message: Pick<MessageView, 'keys'>
  lastResult: SubmissionResult<string[]> | undefined
}

/** Sends a message now, or leaves it out with a reason. */
export function MessageActions({ message: { keys }, lastResult }: MessageActionsProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id: 'skip',
    lastResult,
    constraint: { reason: { required: true, maxLength: 200 } },
  })
  return (
    <Card as="section">
      <Form method="post" className="mb-4">
        <IdempotencyKey value={keys.send} />
        <Button name="intent" value="send" icon="send" aria-describedby="send-hint">
          {m.planned_send()}
        </Button>
        <p className="button-hint" id="send-hint">
          {m.planned_send_hint()}
        </p>
      </Form>
      <Disclosure summary={m.planned_skip()} open={lastResult !== undefined || undefined}>
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={keys.skip} />
          <input type="hidden" name="intent" value="skip" />
          <ConformField meta={fields.reason} label={m.planned_skip_why()} width="wide" />
          <Button variant="danger">{m.planned_skip_submit()}</Button>
        </Form>
      </Disclosure>
    </Card>
  )
}

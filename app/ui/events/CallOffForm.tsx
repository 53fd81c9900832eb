import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

/** Calls an event off, with the reason for the colleagues; behind one press, because it can't be taken back. */
export function CallOffForm({ formKey, error }: { formKey: string; error: string[] | undefined }) {
  return (
    <Disclosure summary={m.events_call_off()} open={error !== undefined || undefined} look="button">
      <Form method="post">
        <IdempotencyKey value={formKey} />
        <p>{m.events_call_off_hint()}</p>
        <Field
          name="why"
          label={m.events_call_off_why()}
          hint={m.events_call_off_why_hint()}
          maxLength={300}
          required
          error={error}
        />
        <Button variant="danger" name="intent" value="call_off">
          {m.events_call_off_confirm()}
        </Button>
      </Form>
    </Disclosure>
  )
}

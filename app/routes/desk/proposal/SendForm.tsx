import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

/** Sends the card, once her yes is there. */
export function SendForm({ formKey, consented }: { formKey: string; consented: boolean }) {
  if (!consented) return <p className="muted">{m.proposals_send_needs_consent()}</p>
  return (
    <Form method="post">
      <IdempotencyKey value={formKey} />
      <FormFooter
        submit={m.proposals_send()}
        intent={{ name: 'intent', value: 'send' }}
        note={m.proposals_send_note()}
      />
    </Form>
  )
}

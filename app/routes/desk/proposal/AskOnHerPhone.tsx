import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

/** The other way to ask her: on her own phone, in her language, with nobody reading it for her. */
export function AskOnHerPhone({ formKey }: { formKey: string }) {
  return (
    <Form method="post">
      <IdempotencyKey value={`${formKey}-ask`} />
      <Button variant="secondary" name="intent" value="ask" aria-describedby="ask-hint">
        {m.visits_ask()}
      </Button>
      <p className="muted" id="ask-hint">
        {m.visits_ask_hint()}
      </p>
    </Form>
  )
}

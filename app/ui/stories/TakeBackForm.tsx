import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

/** A story that waits for somebody else, and the button that makes it a draft again. */
export function TakeBackForm({ text, formKey, version }: { text: string; formKey: string; version: number }) {
  return (
    <>
      <p>{text}</p>
      <Form method="post">
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="version" value={version} />
        <Button variant="secondary" name="intent" value="take_back" block>
          {m.stories_take_back()}
        </Button>
      </Form>
    </>
  )
}

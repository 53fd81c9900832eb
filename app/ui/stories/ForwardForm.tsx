import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Checkbox } from '#app/ui/forms/Checkbox.tsx'
import type { FieldErrors } from '#app/ui/forms/described-by.ts'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type ForwardFormProps = {
  formKey: string
  version: number
  intent: string
  submit: string
  note: ReactNode
  error?: FieldErrors
}

/** Hands a story on, once whoever does it has read again that nobody can be recognised. */
export function ForwardForm({ formKey, version, intent, submit, note, error }: ForwardFormProps) {
  return (
    <Form method="post">
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="version" value={version} />
      <p>{note}</p>
      <Checkbox name="namesNobody" label={m.stories_names_nobody()} required error={error} />
      <Button name="intent" value={intent} block>
        {submit}
      </Button>
    </Form>
  )
}

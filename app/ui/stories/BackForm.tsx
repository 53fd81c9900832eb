import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, type ButtonVariant } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import type { FieldErrors } from '#app/ui/forms/described-by.ts'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type BackFormProps = {
  formKey: string
  version: number
  intent: string
  submit: string
  summary: string
  text?: ReactNode
  /** The question that the note answers; without it no note is asked for. */
  note?: string
  error?: FieldErrors
  variant?: ButtonVariant
}

/** A step back, behind one click: a note that says why, where the rules ask for one, and the button. */
export function BackForm({
  formKey,
  version,
  intent,
  submit,
  summary,
  text,
  note,
  error,
  variant,
}: BackFormProps) {
  return (
    <Disclosure summary={summary} open={error !== undefined}>
      <Form method="post">
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="version" value={version} />
        {text ? <p>{text}</p> : null}
        {note ? (
          <Field
            type="textarea"
            rows={3}
            width="wide"
            id={`${intent}-note`}
            name="note"
            label={note}
            maxLength={600}
            required
            error={error}
          />
        ) : null}
        <Button variant={variant ?? 'secondary'} name="intent" value={intent} block>
          {submit}
        </Button>
      </Form>
    </Disclosure>
  )
}

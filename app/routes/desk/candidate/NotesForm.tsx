import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type NotesFormProps = {
  notes: string
  version: number
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** The case manager's own notes: sealed, and never on a card. */
export function NotesForm({ notes, version, formKey, lastResult }: NotesFormProps) {
  const [form, fields] = useForm<{ version: string; notes: string }>({
    id: 'notes',
    defaultValue: { notes },
    lastResult,
  })
  return (
    <Card as="section" title={m.desk_notes_title()}>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="version" value={version} />
        <ConformField
          meta={fields.notes}
          type="textarea"
          rows={6}
          unmarked
          maxLength={4_000}
          label={m.desk_notes_label()}
          hint={m.desk_notes_hint()}
        />
        <Button variant="secondary" name="intent" value="notes">
          {m.desk_notes_save()}
        </Button>
      </Form>
    </Card>
  )
}

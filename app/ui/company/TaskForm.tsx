import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type Fields = { title: string; dueOn: string }

const CONSTRAINT = { title: { required: true }, dueOn: { required: true } }

type TaskFormProps = {
  today: string
  formKey: string
  seenAt: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Something to do about the company, in one's own day. */
export function TaskForm({ today, formKey, seenAt, lastResult }: TaskFormProps) {
  const [form, fields] = useForm<Fields>({ id: 'task', constraint: CONSTRAINT, lastResult })
  return (
    <Disclosure summary={m.relationship_task_add()} open={lastResult !== undefined || undefined}>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="seenAt" value={seenAt} />
        <ConformField meta={fields.title} maxLength={200} label={m.relationship_task_title()} />
        <ConformField
          meta={fields.dueOn}
          type="date"
          width="short"
          min={today}
          label={m.relationship_log_next_on()}
        />
        <Button variant="secondary" name="intent" value="task">
          {m.relationship_task_submit()}
        </Button>
      </Form>
    </Disclosure>
  )
}

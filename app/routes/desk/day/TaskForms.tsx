import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { DayView, TaskLine } from './day-view.server.ts'

export type TaskFormProps = {
  task: Pick<TaskLine, 'id' | 'from'>
  formKey: string
  /** What this very form was refused with. */
  lastResult?: SubmissionResult<string[]>
}

const REQUIRED = { required: true }

/** To another day, with the reason. */
export function PostponeForm({ task, formKey, lastResult }: TaskFormProps) {
  const [form, fields] = useForm<{ dueOn: string; reason: string }>({
    id: `postpone-${task.id}`,
    constraint: { dueOn: REQUIRED, reason: REQUIRED },
    lastResult,
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={`${formKey}-p`} />
      <input type="hidden" name="followUpId" value={task.id} />
      <div className="field-row">
        <ConformField
          meta={fields.dueOn}
          type="date"
          min={task.from}
          label={m.relationship_day_postpone_to()}
        />
        <ConformField meta={fields.reason} maxLength={200} label={m.relationship_day_why()} />
      </div>
      <Button variant="secondary" size="sm" name="intent" value="postpone" icon="clock">
        {m.relationship_day_postpone()}
      </Button>
    </Form>
  )
}

/** To a colleague. */
export function HandOnForm(props: TaskFormProps & { colleagues: DayView['colleagues'] }) {
  const { task, formKey, lastResult, colleagues } = props
  const [form, fields] = useForm<{ to: string }>({
    id: `hand-on-${task.id}`,
    constraint: { to: REQUIRED },
    lastResult,
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={`${formKey}-h`} />
      <input type="hidden" name="followUpId" value={task.id} />
      <ConformField
        meta={fields.to}
        type="select"
        label={m.relationship_day_hand_on_to()}
        emptyOption={m.relationship_choose()}
        options={colleagues}
      />
      <Button variant="secondary" size="sm" name="intent" value="hand_on" icon="arrow-right">
        {m.relationship_day_hand_on()}
      </Button>
    </Form>
  )
}

/** Left out, with the reason. */
export function SkipForm({ task, formKey, lastResult }: TaskFormProps) {
  const [form, fields] = useForm<{ reason: string }>({
    id: `skip-${task.id}`,
    constraint: { reason: REQUIRED },
    lastResult,
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={`${formKey}-s`} />
      <input type="hidden" name="followUpId" value={task.id} />
      <ConformField meta={fields.reason} maxLength={200} label={m.relationship_day_why()} />
      <Button variant="secondary" size="sm" name="intent" value="skip" icon="close">
        {m.relationship_day_skip()}
      </Button>
    </Form>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { eventKinds, type EventKind } from '#app/domain/events/event-kinds.ts'
import type { EventTimes } from '#app/domain/events/event-moments.ts'
import { m } from '#app/locales/generated/messages.js'
import { kindLabels } from '#app/ui/events/event-words.ts'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type Fields = EventTimes & { kind: EventKind; title: string; place: string; purpose: string }

type EventFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
  submit: string
  cancel: { to: string; label: string }
  /** What happens to those who are invited when this is saved. */
  note?: string
  /** An event that is being changed, with the version that was read. */
  event?: Fields & { version: number }
}

/** What an event is, when and where. The same for making one and for changing it. */
export function EventForm({ constraint, formKey, lastResult, submit, cancel, note, event }: EventFormProps) {
  const { version, ...known } = event ?? { version: null }
  const [form, fields] = useForm<Fields>({ id: 'event', constraint, lastResult, defaultValue: known })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      {version ? <input type="hidden" name="version" value={version} /> : null}
      <ConformField meta={fields.title} label={m.events_form_title()} hint={m.events_form_title_hint()} />
      <ConformRadioGroup
        meta={fields.kind}
        legend={m.events_form_kind()}
        layout="cards"
        options={eventKinds.map((kind) => ({
          value: kind,
          label: kindLabels[kind](),
          hint: kindHints[kind](),
        }))}
      />
      <div className="row">
        <div className="col-md-6">
          <ConformField meta={fields.day} type="date" label={m.events_form_day()} />
        </div>
        <div className="col-6 col-md-3">
          <ConformField meta={fields.from} type="time" label={m.events_form_from()} pattern={undefined} />
        </div>
        <div className="col-6 col-md-3">
          <ConformField meta={fields.until} type="time" label={m.events_form_until()} pattern={undefined} />
        </div>
      </div>
      <ConformField meta={fields.place} label={m.events_form_place()} hint={m.events_form_place_hint()} />
      <ConformField
        meta={fields.purpose}
        type="textarea"
        label={m.events_form_purpose()}
        hint={m.events_form_purpose_hint()}
      />
      <FormFooter submit={submit} cancel={cancel} note={note} />
    </Form>
  )
}

const kindHints: Record<EventKind, () => string> = {
  open_day: m.events_kind_open_day_hint,
  training: m.events_kind_training_hint,
  permanent_table: m.events_kind_permanent_table_hint,
  other: m.events_kind_other_hint,
}

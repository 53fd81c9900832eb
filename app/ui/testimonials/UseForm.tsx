import { Form } from '@remix-run/react'
import type { UseKind } from '#app/domain/testimonials/scopes.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'
import { useLabels } from '#app/ui/testimonials/testimonial-words.ts'

export type UseFormData = {
  /** What the company agreed to. */
  kinds: UseKind[]
  events: { value: string; label: string }[]
  today: string
  formKey: string
}

type Errors = Record<string, string[] | null> | undefined

/** Notes a use: where, when, what was said. Only what the company agreed to can be chosen. */
export function UseForm({ data, errors = {} }: { data: UseFormData; errors?: Errors }) {
  const { kinds, events, today, formKey } = data
  return (
    <Card as="section" title={m.testimonials_use_new()}>
      <Form method="post">
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="intent" value="use" />
        <RadioGroup
          legend={m.testimonials_use_where()}
          name="kind"
          layout="inline"
          required
          defaultValue={kinds.length === 1 ? kinds[0] : undefined}
          error={errors.kind ?? undefined}
          options={kinds.map((kind) => ({ value: kind, label: useLabels[kind]() }))}
        />
        <Field
          type="date"
          name="on"
          label={m.testimonials_use_on()}
          defaultValue={today}
          max={today}
          required
          width="short"
          error={errors.on ?? undefined}
        />
        {kinds.includes('event') && events.length > 0 ? (
          <Field
            type="select"
            name="eventId"
            label={m.testimonials_use_which_event()}
            hint={m.testimonials_use_which_event_hint()}
            emptyOption={m.testimonials_use_no_event()}
            options={events}
            error={errors.eventId ?? undefined}
          />
        ) : null}
        <Field
          type="textarea"
          name="said"
          rows={3}
          label={m.testimonials_use_said()}
          hint={m.testimonials_use_said_hint()}
          maxLength={1000}
          required
          error={errors.said ?? undefined}
        />
        <FormFooter submit={m.testimonials_use_save()} />
      </Form>
    </Card>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { meetingPlaces, type MeetingPlace } from '#app/domain/disclosure/stage-two.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { ConformCheckbox, ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { MeetingView } from './meeting-view.server.ts'

type Fields = { name: string; place: string; day: string; time: string; safe: string }

const PLACES: Record<MeetingPlace, { label: () => string; hint?: () => string }> = {
  at_company: { label: m.stages_place_at_company },
  at_network: { label: m.stages_place_at_network, hint: m.stages_place_at_network_hint },
  by_phone: { label: m.stages_place_by_phone },
}

/** When and where, and that it is safe: closed choices, no words that a company would read. */
export function ArrangeForm({
  view: { constraints, formKey, today, name, meeting, ready },
  lastResult,
}: {
  view: MeetingView
  lastResult?: SubmissionResult<string[]>
}) {
  const [form, fields] = useForm<Fields>({ id: 'arrange', constraint: constraints.arrange, lastResult })
  return (
    <Card as="section" title={meeting?.ahead ? m.stages_arrange_again() : m.stages_arrange_title()}>
      <p>{m.stages_arrange_lead()}</p>
      {ready ? (
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={`${formKey}-arrange`} />
          <input type="hidden" name="name" value={name} />
          <ConformRadioGroup
            meta={fields.place}
            legend={m.stages_place()}
            options={meetingPlaces.map((value) => ({
              value,
              label: PLACES[value].label(),
              hint: PLACES[value].hint?.(),
            }))}
          />
          <ConformField
            meta={fields.day}
            type="date"
            width="short"
            min={today}
            label={m.stages_day_label()}
          />
          <ConformField meta={fields.time} type="time" width="short" label={m.stages_time_label()} />
          <ConformCheckbox meta={fields.safe} label={m.stages_safe()} hint={m.stages_safe_hint()} />
          <FormFooter submit={m.stages_arrange_submit()} intent={{ name: 'intent', value: 'arrange' }} />
        </Form>
      ) : (
        <p className="muted">{m.stages_needs_consent()}</p>
      )}
    </Card>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { incidents, type Incident } from '#app/domain/trust/incidents.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { RecordedEvents } from '#app/ui/company/RecordedEvents.tsx'

const words: Record<Incident, { label: () => string; hint: () => string }> = {
  late_pay: { label: m.relationship_report_late_pay, hint: m.relationship_report_late_pay_hint },
  incident: { label: m.relationship_report_incident, hint: m.relationship_report_incident_hint },
}

type IncidentsProps = {
  confirmed: { id: string; incident: Incident; date: string }[]
  today: string
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
  /** Why one could not be withdrawn. */
  refused: string | undefined
}

/** What was confirmed against a company, each with the button that withdraws it, and the form that confirms. */
export function Incidents({ confirmed, today, formKey, lastResult, refused }: IncidentsProps) {
  const [form, fields] = useForm<{ incident: string; day: string }>({
    id: 'incident',
    constraint: { incident: { required: true }, day: { required: true } },
    lastResult,
    defaultValue: { day: today },
  })
  return (
    <>
      <p>{m.relationship_incidents_lead()}</p>
      {refused ? (
        <Notice tone="bad" role="alert">
          {refused}
        </Notice>
      ) : null}
      <RecordedEvents
        events={confirmed.map(({ incident, ...event }) => ({ ...event, label: words[incident].label() }))}
        intent="incident_withdraw"
        formKey={formKey}
      />
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <ConformRadioGroup
          meta={fields.incident}
          legend={m.relationship_incidents_what()}
          options={incidents.map((value) => ({
            value,
            label: words[value].label(),
            hint: words[value].hint(),
          }))}
        />
        <ConformField
          meta={fields.day}
          type="date"
          width="short"
          max={today}
          label={m.relationship_report_day()}
        />
        <Button name="intent" value="incident" variant="secondary">
          {m.relationship_report_record()}
        </Button>
      </Form>
    </>
  )
}

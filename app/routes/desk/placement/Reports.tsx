import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { reports } from '#app/domain/placements/reports.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { RecordedEvents } from '#app/ui/company/RecordedEvents.tsx'
import { reportWords } from './placement-words.ts'
import type { PlacementView } from './placement-view.server.ts'

type Placement = NonNullable<PlacementView['placement']>
type ReportsProps = {
  placement: Placement
  view: PlacementView
  lastResult?: SubmissionResult<string[]>
  /** Why one could not be withdrawn. */
  withdrawn?: string
}

/** What came out at the check-ins, each with the button that withdraws it, and the form for what came out today. */
export function Reports({ placement, view, lastResult, withdrawn }: ReportsProps) {
  const { constraints, reportKey, today } = view
  const [form, fields] = useForm<{ report: string; day: string }>({
    id: 'report',
    constraint: constraints.report,
    lastResult,
    defaultValue: { day: today },
  })
  return (
    <Card as="section" title={m.relationship_report_title()}>
      <p>{m.relationship_report_lead()}</p>
      {withdrawn ? (
        <Notice tone="bad" role="alert">
          {withdrawn}
        </Notice>
      ) : null}
      <RecordedEvents
        events={placement.reports.map(({ report, ...event }) => ({
          ...event,
          label: reportWords[report].label(),
        }))}
        intent="withdraw"
        formKey={reportKey}
      />
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={reportKey} />
        <ConformRadioGroup
          meta={fields.report}
          layout="cards"
          legend={m.relationship_report()}
          options={reports.map((value) => ({
            value,
            label: reportWords[value].label(),
            hint: reportWords[value].hint(),
          }))}
        />
        <ConformField
          meta={fields.day}
          type="date"
          width="short"
          min={placement.firstDay}
          max={today}
          label={m.relationship_report_day()}
        />
        <Button name="intent" value="report" variant="secondary">
          {m.relationship_report_record()}
        </Button>
      </Form>
    </Card>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { outcomesOf } from '#app/domain/placements/outcomes.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { outcomeWords } from './placement-words.ts'
import type { PlacementView } from './placement-view.server.ts'

type EndFormProps = {
  view: PlacementView
  kind: 'training' | 'trial' | 'internship' | 'job'
  lastResult?: SubmissionResult<string[]>
}

/** How it ended, and on which day. */
export function EndForm({ view: { constraints, formKey, today }, kind, lastResult }: EndFormProps) {
  type Fields = { outcome: string; endedOn: string }
  const [form, fields] = useForm<Fields>({ id: 'end', constraint: constraints.end, lastResult })
  return (
    <Card as="section" title={m.relationship_placement_end_title()}>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <ConformRadioGroup
          meta={fields.outcome}
          layout="cards"
          legend={m.relationship_placement_outcome()}
          options={outcomesOf(kind).map((value) => ({
            value,
            label: outcomeWords[value].label(),
            hint: outcomeWords[value].hint(),
          }))}
        />
        <ConformField
          meta={fields.endedOn}
          type="date"
          width="short"
          max={today}
          label={m.relationship_placement_ended_on()}
        />
        <Button name="intent" value="end">
          {m.relationship_placement_end()}
        </Button>
      </Form>
    </Card>
  )
}

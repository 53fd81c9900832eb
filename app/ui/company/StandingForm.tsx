import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { standingMove, standings, type Standing, type StandingMover } from '#app/domain/trust/standing.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { standingLabels } from '#app/ui/company/company-words.ts'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

const CHOICES: Record<Standing, { label: () => string; hint: () => string }> = {
  open: { label: m.relationship_standing_open, hint: m.relationship_standing_open_hint },
  paused: { label: m.relationship_standing_paused, hint: m.relationship_standing_paused_hint },
  do_not_contact: {
    label: m.relationship_standing_do_not_contact,
    hint: m.relationship_standing_do_not_contact_hint,
  },
}

type Fields = { standing: string; until: string; reason: string }

const CONSTRAINT = { standing: { required: true }, reason: { required: true } }

type StandingFormProps = {
  standing: Standing
  by: StandingMover
  tomorrow: string
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Pauses a company, closes it to contacts, or opens it again, as far as the reader may. */
export function StandingForm({ standing, by, tomorrow, formKey, lastResult }: StandingFormProps) {
  const [form, fields] = useForm<Fields>({ id: 'standing', constraint: CONSTRAINT, lastResult })
  const possible = standings.filter((to) => standingMove(standing, to, by, 'any').ok)
  return (
    <Card as="section" title={m.relationship_standing_title()}>
      <p>{m.relationship_standing_now({ standing: standingLabels[standing]() })}</p>
      {possible.length === 0 ? (
        <p className="muted">{m.relationship_standing_only_coordinator()}</p>
      ) : (
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={formKey} />
          <ConformRadioGroup
            meta={fields.standing}
            legend={m.relationship_standing_to()}
            options={possible.map((value) => ({
              value,
              label: CHOICES[value].label(),
              hint: CHOICES[value].hint(),
            }))}
          />
          {possible.includes('paused') ? (
            <ConformField
              meta={fields.until}
              type="date"
              width="short"
              min={tomorrow}
              unmarked
              label={m.relationship_standing_until()}
            />
          ) : null}
          <ConformField
            meta={fields.reason}
            maxLength={300}
            label={m.relationship_reason()}
            hint={m.relationship_reason_hint()}
          />
          <Button variant="secondary" name="intent" value="standing">
            {m.relationship_standing_submit()}
          </Button>
        </Form>
      )}
    </Card>
  )
}

import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { LeadView } from '#app/ui/handover/lead-view.ts'

type LeadFormProps = { lead: LeadView | null; lastResult: SubmissionResult<string[]> | undefined }

const CONSTRAINT = { to: { required: true } }

/** Gives a company to somebody else, or takes one that nobody follows: then the form lies open. */
export function LeadForm({ lead, lastResult }: LeadFormProps) {
  const [form, fields] = useForm<{ to: string }>({ id: 'lead', constraint: CONSTRAINT, lastResult })
  if (!lead) return null
  const { from, now, takes, to, formKey } = lead
  const body = (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {takes ? (
        <input type="hidden" name="to" value={takes} />
      ) : (
        <ConformField
          meta={fields.to}
          type="select"
          label={m.handover_lead_to()}
          hint={from ? m.handover_lead_to_hint() : undefined}
          emptyOption={m.relationship_choose()}
          options={to}
        />
      )}
      <Button variant="secondary" name="intent" value="lead">
        {takes ? m.handover_lead_take() : m.handover_lead_submit()}
      </Button>
    </Form>
  )
  return (
    <div id="chi-la-segue">
      <Card as="section" title={m.handover_lead_title()}>
        <p>{now ?? m.handover_lead_nobody()}</p>
        {from ? (
          <Disclosure summary={m.handover_lead_open()} open={lastResult !== undefined || undefined}>
            {body}
          </Disclosure>
        ) : (
          body
        )}
      </Card>
    </div>
  )
}

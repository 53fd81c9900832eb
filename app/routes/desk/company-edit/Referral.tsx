import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { EditView } from './edit-view.server.ts'

/** Whom the company introduced: searched first, then chosen, so that it works with any number of companies. */
export function Referral({ view, lastResult }: { view: EditView; lastResult?: SubmissionResult<string[]> }) {
  const { search, found, formKey } = view
  const [form, fields] = useForm<{ to: string }>({
    id: 'referral',
    constraint: { to: { required: true } },
    lastResult,
  })
  return (
    <Card as="section" title={m.relationship_referral_title()}>
      <p className="muted">{m.relationship_referral_lead()}</p>
      <Form method="get" role="search">
        <input type="hidden" name="tab" value="passaparola" />
        <Field
          type="search"
          name="cerca"
          unmarked
          label={m.relationship_referral_search()}
          hint={m.relationship_filter_text()}
          defaultValue={search}
          maxLength={80}
        />
        <Button variant="secondary" icon="search">
          {m.relationship_referral_search_submit()}
        </Button>
      </Form>
      {search && found.length === 0 ? <p role="status">{m.relationship_referral_none()}</p> : null}
      {found.length > 0 ? (
        <Form method="post" id={form.id} noValidate className="mt-4">
          <FormErrors form={form} />
          <IdempotencyKey value={`${formKey}-ref`} />
          <ConformRadioGroup
            meta={fields.to}
            legend={m.relationship_referral_found()}
            options={found.map(({ id, name, vatId, place }) => ({
              value: id,
              label: name,
              hint: [place, vatId].join(' · '),
            }))}
          />
          <Button name="intent" value="referral">
            {m.relationship_referral_submit()}
          </Button>
        </Form>
      ) : null}
    </Card>
  )
}

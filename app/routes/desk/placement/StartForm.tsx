import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { fundingSources } from '#app/domain/placements/funding-sources.ts'
import { m } from '#app/locales/generated/messages.js'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { fundingLabels } from './placement-words.ts'
import type { PlacementView } from './placement-view.server.ts'

type Fields = { startsOn: string; endsOn: string; fundingSource: string }

/** When it begins, when it ends, who pays. */
export function StartForm({
  view,
  lastResult,
}: {
  view: PlacementView
  lastResult?: SubmissionResult<string[]>
}) {
  const { constraints, formKey, opening, company } = view
  const isJob = opening.kind === 'job'
  const [form, fields] = useForm<Fields>({
    id: 'start',
    constraint: { ...constraints.start, endsOn: { required: !isJob } },
    lastResult,
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <ConformField
        meta={fields.startsOn}
        type="date"
        width="short"
        label={m.relationship_placement_starts()}
      />
      <ConformField
        meta={fields.endsOn}
        type="date"
        width="short"
        label={m.relationship_placement_ends()}
        hint={isJob ? m.relationship_placement_ends_hint_job() : m.relationship_placement_ends_hint()}
      />
      <ConformField
        meta={fields.fundingSource}
        type="select"
        label={m.relationship_placement_funding()}
        emptyOption={m.relationship_choose()}
        options={fundingSources.map((value) => ({ value, label: fundingLabels[value]() }))}
      />
      <FormFooter
        submit={m.relationship_placement_record()}
        intent={{ name: 'intent', value: 'start' }}
        note={m.relationship_placement_record_lead()}
        cancel={{ to: `/lavoro/aziende/${company.id}`, label: m.desk_cancel() }}
      />
    </Form>
  )
}

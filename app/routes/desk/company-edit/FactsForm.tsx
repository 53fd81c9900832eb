import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { sizeBands } from '#app/domain/companies/size-bands.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { sizeLabels } from '#app/ui/company/company-words.ts'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PlaceNames } from '#app/ui/forms/PlaceNames.tsx'
import type { EditView } from './edit-view.server.ts'

type Fields = { name: string; sector: string; sizeBand: string; place: string; website: string }

/** What the company is: name, branch, size, place. */
export function FactsForm({ view, lastResult }: { view: EditView; lastResult?: SubmissionResult<string[]> }) {
  const { name, sector, sizeBand, place, website, version } = view.company
  const [form, fields] = useForm<Fields>({
    id: 'facts',
    // The place is read by a transform, which says nothing of being required.
    constraint: { ...view.constraints.facts, place: { required: true } },
    defaultValue: { name, sector, sizeBand, place, website: website ?? '' },
    lastResult,
  })
  return (
    <Card as="section" title={m.relationship_tab_facts()}>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={`${view.formKey}-facts`} />
        <input type="hidden" name="version" value={version} />
        <ConformField meta={fields.name} label={m.relationship_facts_name()} autoComplete="off" />
        <ConformField
          meta={fields.sector}
          type="select"
          label={m.relationship_fact_sector()}
          options={view.sectors}
        />
        <ConformField
          meta={fields.sizeBand}
          type="select"
          width="short"
          label={m.relationship_fact_size()}
          options={sizeBands.map((value) => ({ value, label: sizeLabels[value]() }))}
        />
        <ConformField
          meta={fields.place}
          label={m.relationship_fact_place()}
          hint={m.relationship_facts_place_hint()}
          list="town-names"
          autoComplete="off"
        />
        <PlaceNames id="town-names" names={view.placeNames} />
        <ConformField
          meta={fields.website}
          label={m.relationship_fact_website()}
          hint={m.relationship_facts_website_hint()}
          inputMode="url"
          autoComplete="off"
        />
        <Button name="intent" value="facts">
          {m.relationship_facts_submit()}
        </Button>
      </Form>
    </Card>
  )
}

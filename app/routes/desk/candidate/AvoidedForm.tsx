import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { typedList } from '#app/ui/forms/conform-meta.ts'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PlaceNames } from '#app/ui/forms/PlaceNames.tsx'
import type { FileView } from './file-view.server.ts'

type Fields = { version: string; keep: string[]; company: string; vat: string; person: string; town: string }

type AvoidedFormProps = {
  view: FileView
  placeNames: readonly string[]
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Companies, people and places she must or wants to avoid: absolute, and shown to nobody but her own organisation. */
export function AvoidedForm({ view, placeNames, formKey, lastResult }: AvoidedFormProps) {
  const { avoided, companies, version } = view
  const [form, fields] = useForm<Fields>({ id: 'avoided', lastResult })
  const kept = lastResult ? typedList(fields.keep) : avoided.map(({ value }) => value)
  const save = (
    <Button variant="secondary" name="intent" value="avoided">
      {m.desk_avoid_save()}
    </Button>
  )
  return (
    <Card as="section" title={m.desk_avoid_title()}>
      <p className="muted">{m.desk_avoid_lead()}</p>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="version" value={version} />
        {avoided.length > 0 ? (
          <CheckboxGroup
            key={avoided.map(({ value }) => value).join()}
            name="keep"
            id={fields.keep.id}
            legend={m.desk_avoid_kept()}
            hint={m.desk_avoid_kept_hint()}
            unmarked
            defaultValues={kept}
            options={avoided}
          />
        ) : (
          <p>{m.desk_avoid_none()}</p>
        )}
        <Disclosure summary={m.desk_avoid_add()} open={lastResult !== undefined}>
          <ConformField
            meta={fields.company}
            type="select"
            unmarked
            label={m.desk_avoid_company()}
            emptyOption={m.desk_avoid_nobody()}
            options={companies}
          />
          <ConformField
            meta={fields.vat}
            unmarked
            inputMode="numeric"
            autoComplete="off"
            label={m.desk_avoid_vat()}
            hint={m.desk_avoid_vat_hint()}
          />
          <ConformField
            meta={fields.person}
            unmarked
            autoComplete="off"
            label={m.desk_avoid_person()}
            hint={m.desk_avoid_person_hint()}
          />
          <ConformField
            meta={fields.town}
            unmarked
            list="town-names"
            autoComplete="off"
            label={m.desk_avoid_town()}
            hint={m.desk_person_place_hint()}
          />
          <PlaceNames id="town-names" names={placeNames} />
          {avoided.length > 0 ? null : save}
        </Disclosure>
        {avoided.length > 0 ? save : null}
      </Form>
    </Card>
  )
}

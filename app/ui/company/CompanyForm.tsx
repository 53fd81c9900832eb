import { useForm, type SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { contactRoles } from '#app/domain/companies/contact-roles.ts'
import { sizeBands } from '#app/domain/companies/size-bands.ts'
import { m } from '#app/locales/generated/messages.js'
import { contactRoleLabels, sizeLabels } from '#app/ui/company/company-words.ts'
import { Checkbox } from '#app/ui/forms/Checkbox.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PlaceNames } from '#app/ui/forms/PlaceNames.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'
import type { ReactNode } from 'react'

type Fields = Record<
  | 'vatId'
  | 'name'
  | 'sector'
  | 'sizeBand'
  | 'place'
  | 'website'
  | 'contactName'
  | 'contactRole'
  | 'contactPhone'
  | 'contactEmail'
  | 'distinct',
  string
>

type CompanyFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  sectors: readonly SelectItem[]
  placeNames: readonly string[]
  formKey: string
  /** Companies like this one were found: whoever goes on says that it is another. */
  askDistinct: boolean
  lastResult: SubmissionResult<string[]> | undefined
  /** What is known of it already. */
  known?: { name: string; vatId: string }
  submit: string
  /** Where it goes, where that is not the page's own address. */
  action?: string
  cancel?: { to: string; label: string }
  /** Fields that say which form of the page it is. */
  children?: ReactNode
}

const REQUIRED = { required: true }

/** What one knows of a firm after a first meeting: the firm, and whom one met there. */
export function CompanyForm(props: CompanyFormProps) {
  const { constraint, sectors, placeNames, formKey, askDistinct, lastResult, known } = props
  const [form, fields] = useForm<Fields>({
    id: 'company',
    // What a transform reads says nothing of being required.
    constraint: { ...constraint, vatId: REQUIRED, place: REQUIRED },
    defaultValue: { contactRole: 'hr', ...known },
    lastResult,
  })
  return (
    <Form method="post" action={props.action} id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      {props.children}
      <ConformField
        meta={fields.vatId}
        label={m.account_vat()}
        hint={m.relationship_new_vat_hint()}
        inputMode="numeric"
        autoComplete="off"
        width="short"
      />
      <ConformField meta={fields.name} label={m.relationship_facts_name()} autoComplete="off" />
      <ConformField
        meta={fields.sector}
        type="select"
        label={m.relationship_fact_sector()}
        emptyOption={m.relationship_choose()}
        options={sectors}
      />
      <ConformField
        meta={fields.sizeBand}
        type="select"
        width="short"
        label={m.relationship_fact_size()}
        emptyOption={m.relationship_choose()}
        options={sizeBands.map((value) => ({ value, label: sizeLabels[value]() }))}
      />
      <ConformField
        meta={fields.place}
        label={m.relationship_fact_place()}
        hint={m.relationship_facts_place_hint()}
        list="town-names"
        autoComplete="off"
      />
      <PlaceNames id="town-names" names={placeNames} />
      <ConformField
        meta={fields.website}
        label={m.relationship_fact_website()}
        hint={m.relationship_facts_website_hint()}
        inputMode="url"
        autoComplete="off"
      />
      <h2 className="mt-4">{m.relationship_new_contact()}</h2>
      <p className="muted">{m.relationship_new_contact_lead()}</p>
      <div className="field-row">
        <ConformField meta={fields.contactName} label={m.relationship_contact_name()} autoComplete="off" />
        <ConformField
          meta={fields.contactRole}
          type="select"
          unmarked
          label={m.relationship_contact_role()}
          options={contactRoles.map((value) => ({ value, label: contactRoleLabels[value]() }))}
        />
      </div>
      <div className="field-row">
        <ConformField
          meta={fields.contactPhone}
          type="tel"
          label={m.relationship_contact_phone()}
          autoComplete="off"
        />
        <ConformField
          meta={fields.contactEmail}
          type="email"
          label={m.relationship_contact_email()}
          autoComplete="off"
        />
      </div>
      {askDistinct ? (
        <Checkbox
          name="distinct"
          id={`${form.id}-distinct`}
          label={m.duplicates_distinct()}
          error={fields.distinct.errors}
        />
      ) : null}
      <FormFooter submit={props.submit} note={m.relationship_new_note()} cancel={props.cancel} />
    </Form>
  )
}

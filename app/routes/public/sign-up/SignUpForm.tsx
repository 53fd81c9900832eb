import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import { type SizeBand, sizeBands } from '#app/domain/companies/size-bands.ts'
import { nameSuggestions } from '#app/domain/places/name-suggestions.ts'
import { m } from '#app/locales/generated/messages.js'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { PlaceNames } from '#app/ui/forms/PlaceNames.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'

type Fields = {
  vatId: string
  company: string
  sector: string
  sizeBand: string
  place: string
  name: string
  email: string
}

type SignUpFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  sectors: readonly SelectItem[]
  placeNames: readonly string[]
  /** Outside of production: one that passes the check, for who has no company to try with. */
  exampleVatId: string | null
}

const sizes: Record<SizeBand, () => string> = {
  micro: m.account_size_micro,
  small: m.account_size_small,
  medium: m.account_size_medium,
  large: m.account_size_large,
}

/** Seven answers, two of them to choose: what the network needs to call back and to verify. */
export function SignUpForm({ constraint, lastResult, sectors, placeNames, exampleVatId }: SignUpFormProps) {
  const [form, fields] = useForm<Fields>({ id: 'sign-up', constraint, lastResult })
  const meant = fields.place.errors ? nameSuggestions(placeNames, fields.place.initialValue ?? '') : []
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} />
      <h2>{m.account_sign_up_company()}</h2>
      <ConformField
        meta={fields.vatId}
        label={m.account_vat()}
        hint={exampleVatId ? m.account_vat_example({ vat: exampleVatId }) : m.account_vat_hint()}
        inputMode="numeric"
        autoComplete="off"
        width="short"
      />
      <ConformField meta={fields.company} label={m.account_company_name()} autoComplete="organization" />
      <ConformField
        meta={fields.sector}
        type="select"
        label={m.account_sector()}
        emptyOption={m.account_choose()}
        options={sectors}
      />
      <ConformRadioGroup
        meta={fields.sizeBand}
        legend={m.account_size()}
        layout="inline"
        options={sizeBands.map((value) => ({ value, label: sizes[value]() }))}
      />
      <ConformField
        meta={fields.place}
        label={m.account_place()}
        hint={meant.length > 0 ? m.account_place_meant({ list: meant.join(', ') }) : m.account_place_hint()}
        list="place-names"
        autoComplete="address-level2"
      />
      <PlaceNames id="place-names" names={placeNames} />
      <h2>{m.account_sign_up_you()}</h2>
      <ConformField meta={fields.name} label={m.account_your_name()} autoComplete="name" />
      <ConformField
        meta={fields.email}
        type="email"
        label={m.account_work_email()}
        hint={m.account_work_email_hint()}
        autoComplete="email"
      />
      <FormFooter submit={m.account_sign_up_submit()} note={m.account_sign_up_note()} />
      <p className="mt-3">
        {m.account_sign_up_already()} <Link to="/accedi">{m.ui_sign_in()}</Link>
      </p>
    </Form>
  )
}

import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PlaceNames } from '#app/ui/forms/PlaceNames.tsx'

type AddFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  placeNames: readonly string[]
  formKey: string
}

/** Takes a partner into the network. */
export function AddForm({ constraint, lastResult, placeNames, formKey }: AddFormProps) {
  const [form, fields] = useForm<{ name: string; place: string }>({ id: 'add', constraint, lastResult })
  return (
    <Disclosure summary={m.admin_organisation_add()} open={lastResult !== undefined}>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="form-page">
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <ConformField meta={fields.name} label={m.admin_organisation_name()} autoComplete="off" />
        <ConformField
          meta={fields.place}
          label={m.admin_organisation_place()}
          hint={m.account_place_hint()}
          list="place-names"
          autoComplete="off"
        />
        <PlaceNames id="place-names" names={placeNames} />
        <FormFooter submit={m.admin_organisation_add_submit()} intent={{ name: 'intent', value: 'add' }} />
      </Form>
    </Disclosure>
  )
}

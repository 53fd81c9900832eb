import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { ConformCheckbox } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { ContractView } from './contract-view.server.ts'

type Fields = { taxCode: string; address: string; safe: string }
type SendFormProps = { view: ContractView; lastResult: SubmissionResult<string[]> | undefined }

/** Sends what was chosen, once her yes to just that is there; what no file holds is typed here. */
export function SendForm({ view: { constraints, formKey, chosen, link, ready }, lastResult }: SendFormProps) {
  const needs = (field: 'tax_code' | 'address') => chosen?.includes(field) ?? false
  const [form, fields] = useForm<Fields>({
    id: 'send',
    constraint: {
      ...constraints.send,
      ...{ taxCode: { required: needs('tax_code') }, address: { required: needs('address') } },
    },
    lastResult,
  })
  if (!ready)
    return (
      <Card as="section" title={m.stages_send_title()}>
        <p className="muted">{m.stages_needs_consent()}</p>
      </Card>
    )
  return (
    <Card as="section" title={link ? m.stages_send_again() : m.stages_send_title()}>
      {link ? <p>{m.stages_send_again_hint()}</p> : null}
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={`${formKey}-send`} />
        {chosen?.map((field) => (
          <input key={field} type="hidden" name="fields" value={field} />
        ))}
        {needs('tax_code') ? (
          <ConformField
            meta={fields.taxCode}
            autoComplete="off"
            spellCheck={false}
            width="short"
            label={m.stages_tax_code()}
            hint={m.stages_not_kept()}
          />
        ) : null}
        {needs('address') ? (
          <ConformField
            meta={fields.address}
            autoComplete="off"
            width="wide"
            label={m.stages_address()}
            hint={`${m.stages_address_hint()} ${m.stages_not_kept()}`}
          />
        ) : null}
        <ConformCheckbox meta={fields.safe} label={m.stages_safe()} hint={m.stages_safe_hint()} />
        <FormFooter
          submit={m.stages_send_submit()}
          intent={{ name: 'intent', value: 'send' }}
          note={m.stages_send_note()}
        />
      </Form>
    </Card>
  )
}

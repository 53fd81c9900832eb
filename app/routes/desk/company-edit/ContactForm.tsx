import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { contactLocales, contactRoles } from '#app/domain/companies/contact-roles.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { contactRoleLabels } from '#app/ui/company/company-words.ts'
import { Checkbox } from '#app/ui/forms/Checkbox.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { EditView } from './edit-view.server.ts'

type Fields = { name: string; role: string; email: string; phone: string; locale: string }

type ContactFormProps = {
  /** None for a new one. */
  contact?: EditView['contacts'][number]
  constraint: EditView['constraints']['contact']
  formKey: string
  lastResult?: SubmissionResult<string[]>
}

const LOCALES = { it: m.relationship_contact_locale_it, en: m.relationship_contact_locale_en }

/** Somebody who works at the company: new, or known already. */
export function ContactForm({ contact, constraint, formKey, lastResult }: ContactFormProps) {
  const { name, role, email, phone, locale } = contact ?? { locale: 'it' }
  const [form, fields] = useForm<Fields>({
    id: contact ? `contact-${contact.id}` : 'contact',
    constraint,
    defaultValue: { name, role, email: email ?? '', phone: phone ?? '', locale },
    lastResult,
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      {contact ? (
        <>
          <input type="hidden" name="contactId" value={contact.id} />
          <input type="hidden" name="version" value={contact.version} />
        </>
      ) : null}
      <ConformField meta={fields.name} label={m.relationship_contact_name()} autoComplete="off" />
      <ConformField
        meta={fields.role}
        type="select"
        width="short"
        label={m.relationship_contact_role()}
        emptyOption={contact ? undefined : m.relationship_choose()}
        options={contactRoles.map((value) => ({ value, label: contactRoleLabels[value]() }))}
      />
      <ConformField
        meta={fields.email}
        type="email"
        label={m.relationship_contact_email()}
        autoComplete="off"
      />
      <ConformField
        meta={fields.phone}
        type="tel"
        label={m.relationship_contact_phone()}
        autoComplete="off"
      />
      <ConformField
        meta={fields.locale}
        type="select"
        width="short"
        label={m.relationship_contact_locale()}
        options={contactLocales.map((value) => ({ value, label: LOCALES[value]() }))}
      />
      {contact ? (
        <Checkbox
          id={`${form.id}-active`}
          name="active"
          label={m.relationship_contact_active()}
          hint={m.relationship_contact_active_hint()}
          defaultChecked={lastResult ? lastResult.initialValue?.active === 'on' : contact.active}
        />
      ) : null}
      <Button variant="secondary" name="intent" value={contact ? 'contact_edit' : 'contact_add'}>
        {contact ? m.relationship_contact_save() : m.relationship_contact_submit()}
      </Button>
    </Form>
  )
}

import { type SubmissionResult, useForm } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useLocation } from '@remix-run/react'
import { staffRoles } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'
import { roleLabels } from '#app/ui/role-labels.ts'

type Fields = { name: string; email: string; role: string; orgId: string }

type InviteFormProps = {
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  organisations: readonly SelectItem[]
  formKey: string
}

/** Opens an account for somebody of the network. The password is hers to choose. */
export function InviteForm({ constraint, lastResult, organisations, formKey }: InviteFormProps) {
  const { search } = useLocation()
  const [form, fields] = useForm<Fields>({ id: 'invite', constraint, lastResult })
  return (
    <Disclosure summary={m.admin_invite_title()} open={lastResult?.status === 'error'}>
      <Form
        method="post"
        action={`/admin/account${search}`}
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate
        className="form-page"
      >
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <ConformField
          meta={fields.name}
          label={m.admin_invite_name()}
          hint={m.admin_invite_name_hint()}
          autoComplete="off"
        />
        <ConformField meta={fields.email} type="email" label={m.account_email()} autoComplete="off" />
        <ConformField
          meta={fields.role}
          type="select"
          label={m.account_role()}
          emptyOption={m.admin_choose()}
          options={staffRoles.map((value) => ({ value, label: roleLabels[value]() }))}
        />
        <ConformField
          meta={fields.orgId}
          type="select"
          label={m.admin_organisation()}
          emptyOption={m.admin_choose()}
          options={organisations}
        />
        <FormFooter
          submit={m.admin_invite_submit()}
          intent={{ name: 'intent', value: 'invite' }}
          note={m.admin_invite_note()}
        />
      </Form>
    </Disclosure>
  )
}

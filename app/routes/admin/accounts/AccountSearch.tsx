import { Form } from '@remix-run/react'
import { type Role, roles } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { roleLabels } from '#app/ui/role-labels.ts'

/** Finds an account by name, address or role; the address of the page says what was asked for. */
export function AccountSearch({ search, role }: { search: string; role: Role | null }) {
  return (
    <Form method="get" action="/admin/account" role="search" key={`${search} ${role}`}>
      <div className="field-row">
        <Field
          name="q"
          type="search"
          label={m.admin_accounts_search()}
          defaultValue={search}
          maxLength={100}
          unmarked
        />
        <Field
          name="ruolo"
          type="select"
          label={m.account_role()}
          emptyOption={m.admin_accounts_any_role()}
          defaultValue={role ?? ''}
          options={roles.map((value) => ({ value, label: roleLabels[value]() }))}
          unmarked
        />
        <div className="field">
          <Button variant="secondary" icon="search">
            {m.admin_accounts_search_submit()}
          </Button>
        </div>
      </div>
    </Form>
  )
}

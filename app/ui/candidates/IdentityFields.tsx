import { m } from '#app/locales/generated/messages.js'
import type { ConformMeta } from '#app/ui/forms/conform-meta.ts'
import { ConformField } from '#app/ui/forms/ConformField.tsx'

type IdentityFieldsProps = {
  fields: Record<'firstName' | 'lastName' | 'alias' | 'birthDate' | 'phone', ConformMeta>
}

/** Who somebody is: when she is taken on, and when it is put right. */
export function IdentityFields({ fields }: IdentityFieldsProps) {
  return (
    <>
      <div className="field-row">
        <ConformField meta={fields.firstName} label={m.desk_person_first_name()} autoComplete="off" />
        <ConformField meta={fields.lastName} label={m.desk_person_last_name()} autoComplete="off" />
      </div>
      <ConformField
        meta={fields.alias}
        label={m.desk_person_alias()}
        hint={m.desk_person_alias_hint()}
        autoComplete="off"
      />
      <div className="field-row">
        <ConformField meta={fields.birthDate} type="date" label={m.desk_person_birth_date()} width="short" />
        <ConformField meta={fields.phone} type="tel" label={m.desk_person_phone()} autoComplete="off" />
      </div>
    </>
  )
}

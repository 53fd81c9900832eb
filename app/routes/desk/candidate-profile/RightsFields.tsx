import { m } from '#app/locales/generated/messages.js'
import { ConformCheckbox } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import type { PartProps } from './profile-fields.ts'

/** From when and until when she may work, and the least that she can live on. */
export function RightsFields({ fields }: PartProps) {
  return (
    <>
      <h2 className="mt-5">{m.desk_profile_part_rights()}</h2>
      <div className="field-row">
        <ConformField
          meta={fields.mayWorkFrom}
          type="date"
          label={m.desk_profile_may_work_from_label()}
          hint={m.desk_profile_may_work_from_hint()}
          unmarked
        />
        <ConformField
          meta={fields.permitUntil}
          type="date"
          label={m.desk_profile_permit_until()}
          hint={m.desk_profile_permit_until_hint()}
          unmarked
        />
      </div>
      <ConformCheckbox meta={fields.renewalUnderWay} label={m.desk_profile_renewal()} />
      <ConformField
        meta={fields.minPay}
        inputMode="decimal"
        autoComplete="off"
        width="short"
        suffix="€"
        label={m.desk_profile_min_pay()}
        hint={m.desk_profile_min_pay_hint()}
      />
    </>
  )
}

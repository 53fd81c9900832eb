import { m } from '#app/locales/generated/messages.js'
import { ConformCheckboxGroup } from '#app/ui/forms/ConformChoices.tsx'
import type { PartProps } from './profile-fields.ts'

/** What a job must not ask of her; why is written nowhere. */
export function LimitsFields({ fields, choices }: PartProps) {
  return (
    <>
      <h2 className="mt-5">{m.desk_profile_limits()}</h2>
      <ConformCheckboxGroup
        meta={fields.limits}
        legend={m.desk_profile_limits_question()}
        hint={m.desk_profile_limits_hint()}
        options={choices.limits}
      />
    </>
  )
}

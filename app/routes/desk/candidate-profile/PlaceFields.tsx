import { m } from '#app/locales/generated/messages.js'
import { ConformCheckbox, ConformCheckboxGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { PlaceNames } from '#app/ui/forms/PlaceNames.tsx'
import type { PartProps } from './profile-fields.ts'

/** Where she lives, how far she can go, what she drives. */
export function PlaceFields({ fields, choices }: PartProps) {
  return (
    <>
      <h2 className="mt-5">{m.desk_profile_part_place()}</h2>
      <div className="field-row">
        <ConformField
          meta={fields.placeCode}
          label={m.desk_person_place()}
          hint={m.desk_person_place_hint()}
          list="place-names"
          autoComplete="off"
          unmarked
        />
        <ConformField
          meta={fields.maxKm}
          type="number"
          inputMode="numeric"
          width="tiny"
          suffix="km"
          label={m.desk_profile_max_km()}
          hint={m.desk_profile_max_km_hint()}
          unmarked
        />
      </div>
      <PlaceNames id="place-names" names={choices.placeNames} />
      <ConformCheckboxGroup
        meta={fields.licences}
        legend={m.desk_profile_licences_held()}
        layout="inline"
        options={choices.licences}
      />
      <ConformCheckbox meta={fields.hasVehicle} label={m.desk_profile_has_vehicle()} />
    </>
  )
}

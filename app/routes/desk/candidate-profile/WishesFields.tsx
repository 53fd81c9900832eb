import { m } from '#app/locales/generated/messages.js'
import { ConformCheckboxGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { CodeLines } from './CodeLines.tsx'
import type { PartProps } from './profile-fields.ts'

/** What her path aims at now, and what she would like. */
export function WishesFields({ fields, choices, lists, errors }: PartProps) {
  return (
    <>
      <h2>{m.desk_profile_part_aims()}</h2>
      <ConformCheckboxGroup
        meta={fields.aims}
        legend={m.desk_profile_aims()}
        hint={m.desk_profile_aims_hint()}
        layout="cards"
        unmarked
        options={choices.aims}
      />
      <ConformField
        meta={fields.professionCode}
        type="select"
        label={m.desk_person_profession()}
        hint={m.desk_person_profession_hint()}
        options={choices.professions}
      />
      <CodeLines
        meta={fields.preferredProfessions}
        chosen={lists.preferredProfessions}
        legend={m.desk_profile_preferred_professions()}
        label={m.desk_profile_preferred_profession()}
        options={choices.professions}
        errors={errors}
      />
      <ConformCheckboxGroup
        meta={fields.preferredSectors}
        legend={m.desk_profile_preferred_sectors()}
        hint={m.desk_profile_preferred_sectors_hint()}
        layout="inline"
        options={choices.sectors}
      />
    </>
  )
}

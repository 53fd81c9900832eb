import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformCheckboxGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { professionItems, ProfessionSearch } from '#app/ui/taxonomy/ProfessionSearch.tsx'
import { useLookup } from '#app/ui/taxonomy/use-lookup.ts'
import { CodeLines } from './CodeLines.tsx'
import type { PartProps } from './profile-fields.ts'

type WishesFieldsProps = PartProps & { onProfession: (code: string) => void }

/** What her path aims at now, and what she would like. */
export function WishesFields({ fields, choices, lists, errors, onProfession }: WishesFieldsProps) {
  const { professions } = lists
  const { found, all, typed } = useLookup('professioni', professions.search)
  const items = professionItems(choices.professions, professions.chosen, all)
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
        options={items}
        onChoose={onProfession}
      />
      <div className="field">
        <Button variant="secondary" size="sm" name="intent" value="suggest" formNoValidate>
          {m.desk_profile_suggest()}
        </Button>
      </div>
      <CodeLines
        meta={fields.preferredProfessions}
        chosen={lists.preferredProfessions}
        legend={m.desk_profile_preferred_professions()}
        label={m.desk_profile_preferred_profession()}
        options={items}
        errors={errors}
      />
      <ProfessionSearch press="intent" more={professions} found={found} typed={typed} />
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

import type { SizeBand } from '#app/domain/companies/size-bands.ts'
import { m } from '#app/locales/generated/messages.js'
import { FilterForm } from '#app/ui/forms/FilterForm.tsx'
import { FilterSelect } from '#app/ui/forms/FilterSelect.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'
import { sizeLabels } from '#app/ui/stories/story-words.ts'

type StoryFilterProps = {
  filter: { sector: string | null; size: string | null; province: string | null }
  sectors: readonly SelectItem[]
  sizes: readonly SizeBand[]
  provinces: readonly SelectItem[]
}

/** Whose stories to read. */
export function StoryFilter({ filter, sectors, sizes, provinces }: StoryFilterProps) {
  const { sector, size, province } = filter
  return (
    <FilterForm
      label={m.public_stories_filter()}
      filter={filter}
      clear={(sector ?? size ?? province) ? '?' : null}
    >
      <FilterSelect
        name="settore"
        label={m.public_stories_sector()}
        value={sector}
        any={m.public_stories_any()}
        options={sectors}
      />
      <FilterSelect
        name="dimensione"
        label={m.public_stories_size()}
        value={size}
        any={m.public_stories_any_f()}
        options={sizes.map((value) => ({ value, label: sizeLabels[value]() }))}
      />
      <FilterSelect
        name="provincia"
        label={m.public_stories_province()}
        value={province}
        any={m.public_stories_any_f()}
        options={provinces}
      />
    </FilterForm>
  )
}

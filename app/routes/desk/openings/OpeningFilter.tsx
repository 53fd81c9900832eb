import { openingKinds } from '#app/domain/matching/types.ts'
import { m } from '#app/locales/generated/messages.js'
import { FilterForm } from '#app/ui/forms/FilterForm.tsx'
import { FilterSelect } from '#app/ui/forms/FilterSelect.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'

type OpeningFilterProps = {
  filter: { state: string; kind: string | null; province: string | null; sector: string | null }
  provinces: readonly SelectItem[]
  sectors: readonly SelectItem[]
}

/** Which openings to see; the open ones unless asked otherwise. */
export function OpeningFilter({ filter, provinces, sectors }: OpeningFilterProps) {
  const { state, kind, province, sector } = filter
  const narrowed = state !== 'open' || kind || province || sector
  const any = m.openings_filter_all()
  return (
    <FilterForm label={m.openings_filter()} filter={filter} clear={narrowed ? '?' : null}>
      <FilterSelect
        name="stato"
        label={m.openings_filter_state()}
        value={state}
        options={[
          { value: 'open', label: m.openings_state_open() },
          { value: 'paused', label: m.openings_state_paused() },
          { value: 'closed', label: m.openings_state_closed() },
        ]}
      />
      <FilterSelect
        name="tipo"
        label={m.openings_kind()}
        value={kind}
        any={any}
        options={openingKinds.map((value) => ({ value, label: kindLabels[value]() }))}
      />
      <FilterSelect
        name="provincia"
        label={m.openings_filter_province()}
        value={province}
        any={any}
        options={provinces}
      />
      <FilterSelect
        name="settore"
        label={m.openings_filter_sector()}
        value={sector}
        any={any}
        options={sectors}
      />
    </FilterForm>
  )
}

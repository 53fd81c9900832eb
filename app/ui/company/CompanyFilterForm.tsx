import { companySorts, type CompanySort, type Whose } from '#app/domain/companies/portfolio.ts'
import { trustSlopes } from '#app/domain/trust/slope.ts'
import { trustStages } from '#app/domain/trust/stages.ts'
import { m } from '#app/locales/generated/messages.js'
import { slopeLabels, sortLabels, stageLabels } from '#app/ui/company/company-words.ts'
import { Field } from '#app/ui/forms/Field.tsx'
import { FilterForm } from '#app/ui/forms/FilterForm.tsx'
import { FilterSelect } from '#app/ui/forms/FilterSelect.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'

export type CompanyFilterView = {
  search: string
  stage: string | null
  slope: string | null
  whose: Whose
  province: string | null
  sector: string | null
  sort: CompanySort
}

type CompanyFilterFormProps = {
  filter: CompanyFilterView
  provinces: readonly SelectItem[]
  sectors: readonly SelectItem[]
}

/** What a list of companies shows. */
export function CompanyFilterForm({ filter, provinces, sectors }: CompanyFilterFormProps) {
  const { search, stage, slope, whose, province, sector, sort } = filter
  const narrowed = Boolean(stage ?? slope ?? province ?? sector)
  const any = m.relationship_filter_all()
  return (
    <FilterForm
      label={m.relationship_filter()}
      filter={filter}
      clear={narrowed || search ? `?di=${whose}` : null}
      more={{
        open: narrowed,
        fields: (
          <>
            <FilterSelect
              name="livello"
              label={m.relationship_filter_stage()}
              value={stage}
              any={any}
              options={trustStages.map((value) => ({ value, label: stageLabels[value]() }))}
            />
            <FilterSelect
              name="tendenza"
              label={m.relationship_filter_slope()}
              value={slope}
              any={any}
              options={trustSlopes.map((value) => ({ value, label: slopeLabels[value]() }))}
            />
            <FilterSelect
              name="provincia"
              label={m.relationship_filter_province()}
              value={province}
              any={any}
              options={provinces}
            />
            <FilterSelect
              name="settore"
              label={m.relationship_filter_sector()}
              value={sector}
              any={any}
              options={sectors}
            />
          </>
        ),
      }}
    >
      <input type="hidden" name="di" value={whose} />
      <Field
        type="search"
        name="testo"
        label={m.relationship_filter_text()}
        unmarked
        defaultValue={search}
        maxLength={80}
      />
      <FilterSelect
        name="ordina"
        label={m.relationship_filter_sort()}
        value={sort}
        options={companySorts.map((value) => ({ value, label: sortLabels[value]() }))}
      />
    </FilterForm>
  )
}

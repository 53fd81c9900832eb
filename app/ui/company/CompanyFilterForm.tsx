import { Form, Link } from '@remix-run/react'
import { companySorts, type CompanySort, type Whose } from '#app/domain/companies/portfolio.ts'
import { trustSlopes } from '#app/domain/trust/slope.ts'
import { trustStages } from '#app/domain/trust/stages.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { slopeLabels, sortLabels, stageLabels } from '#app/ui/company/company-words.ts'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
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

/** What a list of companies shows. A plain GET form: the address says it all and can be kept or sent. */
export function CompanyFilterForm({ filter, provinces, sectors }: CompanyFilterFormProps) {
  const { search, stage, slope, whose, province, sector, sort } = filter
  const narrowed = Boolean(stage ?? slope ?? province ?? sector)
  const all = m.relationship_filter_all()
  return (
    <Form
      method="get"
      className="card card--quiet"
      aria-label={m.relationship_filter()}
      key={JSON.stringify(filter)}
    >
      <input type="hidden" name="di" value={whose} />
      <div className="field-row">
        <Field
          type="search"
          name="testo"
          label={m.relationship_filter_text()}
          unmarked
          defaultValue={search}
          maxLength={80}
        />
        <Field
          type="select"
          name="ordina"
          label={m.relationship_filter_sort()}
          unmarked
          defaultValue={sort}
          options={companySorts.map((value) => ({ value, label: sortLabels[value]() }))}
        />
      </div>
      <Disclosure summary={m.relationship_filter()} open={narrowed || undefined}>
        <div className="field-row">
          <Field
            type="select"
            name="livello"
            label={m.relationship_filter_stage()}
            unmarked
            defaultValue={stage ?? ''}
            emptyOption={all}
            options={trustStages.map((value) => ({ value, label: stageLabels[value]() }))}
          />
          <Field
            type="select"
            name="tendenza"
            label={m.relationship_filter_slope()}
            unmarked
            defaultValue={slope ?? ''}
            emptyOption={all}
            options={trustSlopes.map((value) => ({ value, label: slopeLabels[value]() }))}
          />
          <Field
            type="select"
            name="provincia"
            label={m.relationship_filter_province()}
            unmarked
            defaultValue={province ?? ''}
            emptyOption={all}
            options={provinces}
          />
          <Field
            type="select"
            name="settore"
            label={m.relationship_filter_sector()}
            unmarked
            defaultValue={sector ?? ''}
            emptyOption={all}
            options={sectors}
          />
        </div>
      </Disclosure>
      <div className="button-row">
        <Button variant="secondary" icon="filter">
          {m.relationship_filter_apply()}
        </Button>
        {narrowed || search ? <Link to={`?di=${whose}`}>{m.relationship_filter_clear()}</Link> : null}
      </div>
    </Form>
  )
}

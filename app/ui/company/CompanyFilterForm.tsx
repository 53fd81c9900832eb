import { lackFilters } from '#app/domain/companies/lacks.ts'
import { companySorts } from '#app/domain/companies/portfolio.ts'
import { notNowReasons } from '#app/domain/proposals/not-now-reasons.ts'
import { trustSlopes } from '#app/domain/trust/slope.ts'
import { trustStages } from '#app/domain/trust/stages.ts'
import { standings } from '#app/domain/trust/standing.ts'
import { m } from '#app/locales/generated/messages.js'
import {
  lackLabels,
  notNowLabels,
  slopeLabels,
  sortLabels,
  stageLabels,
  standingLabels,
} from '#app/ui/company/company-words.ts'
import { viewWords, type Shown } from '#app/ui/company/portfolio-address.ts'
import type { FilterChoices } from '#app/ui/company/portfolio-view.ts'
import { Checkbox } from '#app/ui/forms/Checkbox.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FilterForm } from '#app/ui/forms/FilterForm.tsx'
import { FilterSelect } from '#app/ui/forms/FilterSelect.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'

type CompanyFilterFormProps = { shown: Shown; narrowed: boolean; choices: FilterChoices }

/** What the portfolio shows, whatever the view. */
export function CompanyFilterForm({ shown, narrowed, choices }: CompanyFilterFormProps) {
  const { search, view, whose, sort } = shown
  const kept = view === 'table' ? '' : `&vista=${viewWords[view]}`
  return (
    <FilterForm
      label={m.relationship_filter()}
      filter={shown}
      clear={narrowed ? `?di=${whose}${kept}` : null}
      more={{ open: narrowed && search === '', fields: <More shown={shown} choices={choices} /> }}
    >
      <input type="hidden" name="di" value={whose} />
      {view === 'table' ? null : <input type="hidden" name="vista" value={viewWords[view]} />}
      {shown.knownOnlyTo ? <input type="hidden" name="solo" value={shown.knownOnlyTo} /> : null}
      {shown.place ? <input type="hidden" name="comune" value={shown.place} /> : null}
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

/** The fields that few need. */
function More({ shown, choices }: Omit<CompanyFilterFormProps, 'narrowed'>) {
  const select = (name: string, label: string, value: string | null, options: readonly SelectItem[]) => (
    <FilterSelect
      name={name}
      label={label}
      value={value}
      any={m.relationship_filter_all()}
      options={options}
    />
  )
  const labelled = <T extends string>(values: readonly T[], labels: Record<T, () => string>) =>
    values.map((value) => ({ value, label: labels[value]() }))
  return (
    <>
      {select('livello', m.relationship_filter_stage(), shown.stage, labelled(trustStages, stageLabels))}
      {select('tendenza', m.relationship_filter_slope(), shown.slope, labelled(trustSlopes, slopeLabels))}
      {select('contatti', m.portfolio_filter_standing(), shown.standing, labelled(standings, standingLabels))}
      {select('provincia', m.relationship_filter_province(), shown.province, choices.provinces)}
      {select('settore', m.relationship_filter_sector(), shown.sector, choices.sectors)}
      {select('ente', m.portfolio_filter_org(), shown.leadOrg, choices.orgs)}
      {select('persona', m.portfolio_filter_person(), shown.leadUser, choices.persons)}
      {select('manca', m.relations_lack(), shown.lack, labelled(lackFilters, lackLabels))}
      {select('nonora', m.portfolio_filter_not_now(), shown.notNow, labelled(notNowReasons, notNowLabels))}
      {choices.groups.length > 0 ? select('gruppo', m.groups_filter(), shown.group, choices.groups) : null}
      <Checkbox
        name="aperte"
        value="1"
        label={m.portfolio_filter_openings()}
        defaultChecked={shown.hasOpenings}
      />
      <Checkbox
        name="scoperte"
        value="1"
        label={m.portfolio_filter_unattended()}
        hint={m.portfolio_filter_unattended_hint()}
        defaultChecked={shown.unattended}
      />
    </>
  )
}

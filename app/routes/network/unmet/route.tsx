import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { FilterForm } from '#app/ui/forms/FilterForm.tsx'
import { FilterSelect } from '#app/ui/forms/FilterSelect.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { Side } from './Side.tsx'
import { unmetView } from './unmet-view.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.network_unmet_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, url, info: { locale } }) => ({
  view: await unmetView(tx, url, locale),
}))

export default function UnmetPage() {
  const { view } = useLoaderData<typeof loader>()
  if (!view)
    return (
      <>
        <PageHeader title={m.network_unmet_title()} lead={m.network_unmet_lead()} />
        <EmptyState icon="calendar" title={m.network_unmet_none_title()} text={m.network_unmet_none()} />
      </>
    )
  const { month, monthName, months, columns, demand, supply } = view
  return (
    <div className="stack">
      <PageHeader title={m.network_unmet_title()} lead={m.network_unmet_lead()} />
      <FilterForm label={m.network_unmet_month()} filter={{ month }} clear={null}>
        <FilterSelect name="mese" label={m.network_unmet_month()} value={month} options={months} />
      </FilterForm>
      <p className="muted">{m.network_unmet_frozen({ month: monthName })}</p>
      <Side
        id="domanda"
        title={m.network_unmet_demand()}
        lead={m.network_unmet_demand_lead()}
        chart={{ title: m.network_unmet_demand_chart(), valueHeader: m.network_openings_header() }}
        columns={columns}
        side={demand}
      />
      <Side
        id="offerta"
        title={m.network_unmet_supply()}
        lead={m.network_unmet_supply_lead()}
        chart={{ title: m.network_unmet_supply_chart(), valueHeader: m.network_unmet_people() }}
        columns={columns}
        side={supply}
      />
    </div>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { networkOverview } from '#app/domain/network/overview.server.ts'
import { sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { provinces } from '#app/domain/places/places.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { BarChart } from '#app/ui/charts/BarChart.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { text } from '#app/web/text.server.ts'
import { Effort } from './Effort.tsx'
import { Funnel } from './Funnel.tsx'
import { Heading } from './Heading.tsx'
import { Tiles } from './Tiles.tsx'

export const meta: MetaFunction = () => [{ title: `${m.network_overview_title()} · Passaparola` }]

const provinceName = (code: string) => provinces.find((province) => province.code === code)?.name ?? code
const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

export const loader = defineLoader(['coordinator'], async ({ tx, info: { locale } }) => {
  const { ladder, openings, provinces, sectors, effort, ...rest } = await networkOverview(tx)
  const stage = (key: string) => capitalised(text(`trust_stage_${key}`))
  return {
    ...rest,
    openOpenings: openings.find(({ key }) => key === 'open')?.total ?? 0,
    ladder: ladder.map(({ key, total }) => ({ label: stage(key), value: total })),
    openings: openings.map(({ key, total }) => ({
      label: capitalised(text(`network_opening_${key}`)),
      value: total,
    })),
    provinces: provinces.map(({ key, total }) => ({ label: provinceName(key), value: total })),
    sectors: sectors.map(({ key, total }) => ({ label: sectorLabel(key, locale), value: total })),
    effort: {
      byOrganisation: effort.byOrganisation.map(({ name, minutes }) => ({ label: name, value: minutes })),
      byStage: effort.byStage.map(({ key, minutes }) => ({ label: stage(key), value: minutes })),
    },
  }
})

export default function Overview() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHeader title={m.network_overview_title()} lead={m.network_overview_lead()} />
      <Tiles {...view} />
      <Heading heading={view.heading} />
      <div className="row">
        <div className="col-lg-6 stack">
          <div className="card">
            <BarChart
              title={m.network_ladder_title()}
              description={m.network_ladder_description()}
              bars={view.ladder}
              labelHeader={m.network_stage()}
              valueHeader={m.network_companies_header()}
            />
          </div>
          <div className="card">
            <BarChart
              title={m.network_openings_title()}
              description={m.network_openings_description()}
              bars={view.openings}
              labelHeader={m.network_state()}
              valueHeader={m.network_openings_header()}
            />
          </div>
          <div className="card">
            <BarChart
              title={m.network_provinces_title()}
              description={m.network_provinces_description()}
              bars={view.provinces}
              labelHeader={m.network_province()}
              valueHeader={m.network_companies_header()}
            />
          </div>
        </div>
        <div className="col-lg-6 stack">
          <Funnel funnel={view.funnel} />
          <div className="card">
            <BarChart
              title={m.network_sectors_title()}
              description={m.network_sectors_description()}
              bars={view.sectors}
              labelHeader={m.network_sector()}
              valueHeader={m.network_companies_header()}
            />
          </div>
        </div>
      </div>
      <Effort effort={view.effort} />
    </div>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { listOpenings } from '#app/domain/openings/list-openings.server.ts'
import { provinces } from '#app/domain/places/places.server.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { labelOfProfession } from '#app/domain/taxonomy/vocabulary.ts'
import { m } from '#app/locales/generated/messages.js'
import { now } from '#app/platform/clock.server.ts'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate, formatRelativeDay } from '#app/web/format.ts'
import { pagesOf } from '#app/web/page-number.ts'
import { OpeningFilter } from './OpeningFilter.tsx'
import { filterOf } from './opening-filter.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.openings_desk_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, url, info: { locale } }) => {
  const { page, perPage, ...filter } = filterOf(url)
  const { openings, total } = await listOpenings(tx, { ...filter, page, perPage })
  return {
    ...{ filter, page, total },
    pages: pagesOf(total, perPage),
    today: now().toISOString(),
    provinces: provinces.map(({ code, name }) => ({ value: code as string, label: name })),
    sectors: sectors.map((sector) => ({ value: sector.code as string, label: sector[locale] })),
    openings: openings.map((opening) => ({
      ...opening,
      profession: opening.professionCode ? labelOfProfession(opening.professionCode, locale) : '',
      place: opening.placeCode ? placeLabel(opening.placeCode) : '',
      sector: sectorLabel(opening.sector, locale),
    })),
  }
})

type Line = ReturnType<typeof useLoaderData<typeof loader>>['openings'][number]

export default function DeskOpenings() {
  const { filter, page, pages, total, today, provinces, sectors, openings } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader title={m.openings_desk_title()} lead={m.openings_desk_lead()} />
      <OpeningFilter filter={filter} provinces={provinces} sectors={sectors} />
      <p role="status">{m.openings_desk_count({ count: total })}</p>
      {openings.length > 0 ? (
        <Table<Line>
          caption={m.openings_desk_title()}
          captionHidden
          rows={openings}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              header: m.openings_desk_opening(),
              cell: ({ id, title, profession, kind }) => (
                <div>
                  <Link to={`/lavoro/opportunita/${id}`}>{title}</Link>
                  <span className="muted small d-block">
                    {[kind && kindLabels[kind](), profession].filter(Boolean).join(' · ')}
                  </span>
                </div>
              ),
            },
            { key: 'company', header: m.openings_desk_company(), cell: (line) => <Company line={line} /> },
            {
              key: 'posted',
              header: m.openings_desk_posted(),
              cell: ({ postedAt }) => (postedAt ? formatRelativeDay(postedAt, today) : '–'),
              nowrap: true,
            },
            {
              key: 'start',
              header: m.openings_start_latest(),
              cell: ({ startLatest }) => (startLatest ? formatDate(startLatest) : '–'),
              nowrap: true,
            },
            { key: 'places', header: m.openings_places(), cell: ({ places }) => places, align: 'end' },
            {
              key: 'cards',
              header: m.openings_desk_cards(),
              cell: ({ cardsSent }) => cardsSent,
              align: 'end',
            },
          ]}
        />
      ) : (
        <EmptyState icon="briefcase" title={m.openings_desk_none_title()} text={m.openings_desk_none()} />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}

function Company({ line: { companyName, companyVerification, sector, place } }: { line: Line }) {
  return (
    <div>
      {companyName}
      <span className="muted small d-block">{[sector, place].filter(Boolean).join(' · ')}</span>
      {companyVerification === 'verified' ? null : (
        <StatusTag tone="warn">
          {companyVerification === 'pending' ? m.openings_desk_pending() : m.openings_desk_rejected()}
        </StatusTag>
      )}
    </div>
  )
}

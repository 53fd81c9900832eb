import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { listSetAside } from '#app/domain/match-reviews/list-set-aside.server.ts'
import { isWhyNot, whyNots } from '#app/domain/match-reviews/why-not.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ChipLinks } from '#app/ui/ChipLinks.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { OpeningStateTag } from '#app/ui/openings/OpeningStateTag.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'
import { text } from '#app/web/text.server.ts'

const PER_PAGE = 25

export const meta: MetaFunction = () => [{ title: `${m.reviews_list_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, actor, url }) => {
  const asked = url.searchParams.get('se')
  const why = isWhyNot(asked) ? asked : null
  const page = pageNumber(url)
  const { lines, counts } = await listSetAside(tx, ownOrganisation(actor), { why, page, perPage: PER_PAGE })
  const everybody = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const total = why === null ? everybody : (counts.get(why) ?? 0)
  return {
    ...{ page, total },
    pages: pagesOf(total, PER_PAGE),
    chips: whyNots
      .filter((reason) => counts.has(reason) || reason === why)
      .map((reason) => ({
        label: text(`reviews_said_${reason}`),
        on: reason === why,
        to: reason === why ? '?' : `?se=${reason}`,
        count: counts.get(reason) ?? 0,
      })),
    lines: lines.map(({ whyNot, at, ...line }) => ({
      ...line,
      said: text(`reviews_said_${whyNot}`),
      on: formatDate(at),
    })),
  }
})

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]

export default function SetAsidePeople() {
  const { page, pages, total, lines, chips } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <>
      <Breadcrumbs
        items={[{ to: '/lavoro/persone', label: m.desk_people() }, { label: m.reviews_list_title() }]}
      />
      <PageHeader title={m.reviews_list_title()} lead={m.reviews_list_lead()} />
      {chips.length > 0 ? (
        <nav aria-label={m.reviews_list_reason()}>
          <ChipLinks chips={chips} countText={(count) => m.reviews_list_count({ count })} />
        </nav>
      ) : null}
      {total > 0 ? <p role="status">{m.reviews_list_count({ count: total })}</p> : null}
      {lines.length > 0 ? (
        <Table<Line>
          caption={m.reviews_list_title()}
          captionHidden
          rows={lines}
          rowKey={({ candidateId, openingId }) => `${candidateId} ${openingId}`}
          columns={[
            {
              key: 'person',
              header: m.desk_person(),
              cell: ({ candidateId, code }) => <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>,
            },
            { key: 'why', header: m.reviews_list_reason(), cell: ({ said }) => said },
            { key: 'opening', header: m.reviews_list_opening(), cell: (line) => <Opening line={line} /> },
            { key: 'on', header: m.reviews_list_when(), cell: ({ on }) => on },
          ]}
        />
      ) : (
        <EmptyState
          icon="people"
          title={m.reviews_list_none_title()}
          text={chips.length > 0 ? m.reviews_list_none_of_reason() : m.reviews_list_none()}
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </>
  )
}

function Opening({ line: { openingId, openingTitle, openingState, company } }: { line: Line }) {
  return (
    <div>
      <Link to={`/lavoro/opportunita/${openingId}?da-parte=any`}>{openingTitle}</Link>
      <div className="small muted">{company}</div>
      {openingState === 'open' ? null : <OpeningStateTag state={openingState} />}
    </div>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { FILES_A_DAY } from '#app/domain/audit/actions.ts'
import { NOTICES_PAGE, readingNotices } from '#app/domain/watch/reading-notices.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { pageNumber } from '#app/web/page-number.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.audit_notices_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, url }) => {
  const page = pageNumber(url)
  const { notices, total } = await readingNotices(tx, page)
  return {
    lines: notices.map(({ at, ...notice }) => ({ ...notice, day: formatDate(at) })),
    page,
    pages: Math.ceil(total / NOTICES_PAGE),
  }
})

export default function NoticesPage() {
  const { lines, page, pages } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader title={m.audit_notices_title()} lead={m.audit_notices_lead({ limit: FILES_A_DAY })} />
      {lines.length === 0 ? (
        <EmptyState icon="shield" title={m.audit_notices_none()} text={m.audit_notices_none_text()} />
      ) : (
        <>
          <Table
            caption={m.audit_notices_title()}
            captionHidden
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              { key: 'day', header: m.audit_notices_day(), cell: ({ day }) => day, nowrap: true },
              { key: 'who', header: m.audit_notices_who(), cell: ({ who }) => who ?? '–', heading: true },
              {
                key: 'organisation',
                header: m.audit_notices_organisation(),
                cell: ({ organisation }) => organisation ?? '–',
              },
            ]}
          />
          <Pagination page={page} pages={pages} search={search} />
        </>
      )}
    </div>
  )
}

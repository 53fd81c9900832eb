import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { ERASURES_PAGE, listErasures } from '#app/domain/erasure/erasures.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.audit_erasures_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, actor, url }) => {
  const page = pageNumber(url)
  const { certificates, total } = await listErasures(tx, ownOrganisation(actor), page)
  return {
    lines: certificates.map(({ id, erasedAt, why }) => ({
      id,
      at: formatDate(erasedAt),
      why: text(`audit_certificate_why_${why}`),
    })),
    page,
    pages: Math.ceil(total / ERASURES_PAGE),
  }
})

export default function ErasuresPage() {
  const { lines, page, pages } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <Breadcrumbs
        items={[{ to: '/lavoro/persone', label: m.desk_people() }, { label: m.audit_erasures_title() }]}
      />
      <PageHeader title={m.audit_erasures_title()} lead={m.audit_erasures_lead()} />
      {lines.length === 0 ? (
        <EmptyState icon="shield" title={m.audit_erasures_none()} text={m.audit_erasures_none_text()} />
      ) : (
        <>
          <Table
            caption={m.audit_erasures_title()}
            captionHidden
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              { key: 'at', header: m.audit_certificate_at(), cell: ({ at }) => at, nowrap: true },
              { key: 'why', header: m.audit_certificate_why(), cell: ({ why }) => why },
              {
                key: 'number',
                header: m.audit_erasures_number(),
                cell: ({ id }) => <Link to={`/lavoro/persone/cancellazioni/${id}`}>{id}</Link>,
              },
            ]}
          />
          <Pagination page={page} pages={pages} search={search} />
        </>
      )}
    </div>
  )
}

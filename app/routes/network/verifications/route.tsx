import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listCompaniesToVerify } from '#app/domain/companies/list-companies-to-verify.server.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { ShamHints } from '#app/ui/network/ShamHints.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { Table, type Column } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'

export const meta: MetaFunction = () => [{ title: `${m.network_verify_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, url, info: { locale } }) => {
  const rejected = url.searchParams.get('stato') === 'respinte'
  const companies = await listCompaniesToVerify(tx, rejected ? 'rejected' : 'pending')
  return {
    rejected,
    companies: companies.map(({ sector, placeCode, ...company }) => ({
      ...company,
      facts: `${sectorLabel(sector, locale)} · ${placeLabel(placeCode)}`,
    })),
  }
})

type Line = ReturnType<typeof useLoaderData<typeof loader>>['companies'][number]

const approvals: Column<Line> = {
  key: 'approvals',
  header: m.network_verify_approvals(),
  cell: ({ approvals, approvedByMe }) => (
    <div>
      {m.network_verify_approvals_of({ count: approvals })}
      {approvedByMe ? <span className="muted small d-block">{m.network_verify_yours_given()}</span> : null}
    </div>
  ),
}

export default function Verifications() {
  const { rejected, companies } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHeader title={m.network_verify_title()} lead={m.network_verify_lead()} />
      <TabLinks
        label={m.network_verify_filter()}
        current={rejected ? 'rejected' : 'pending'}
        tabs={[
          { key: 'pending', to: '?', label: m.network_verify_tab_pending() },
          { key: 'rejected', to: '?stato=respinte', label: m.network_verify_tab_rejected() },
        ]}
      />
      {companies.length > 0 ? (
        <Table<Line>
          caption={m.network_verify_title()}
          captionHidden
          rows={companies}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'company',
              header: m.network_verify_company(),
              cell: ({ id, name, facts }) => (
                <div>
                  <Link to={`/rete/verifiche/${id}`}>{name}</Link>
                  <span className="muted small d-block">{facts}</span>
                </div>
              ),
            },
            {
              key: 'created',
              header: m.network_verify_signed_up(),
              cell: ({ createdAt }) => formatDate(createdAt),
              nowrap: true,
            },
            ...(rejected ? [] : [approvals]),
            {
              key: 'hints',
              header: m.network_verify_hints(),
              cell: ({ hints }) => <ShamHints hints={hints} />,
            },
          ]}
        />
      ) : (
        <EmptyState
          icon="shield"
          title={rejected ? m.network_verify_none_rejected_title() : m.network_verify_none_title()}
          text={rejected ? m.network_verify_none_rejected() : m.network_verify_none()}
        />
      )}
    </div>
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { RelationshipsView } from '#app/web/network/relationships-view.server.ts'
import { TableFile } from './TableFile.tsx'

type SoleKeepersProps = { sole: RelationshipsView['sole'] }

/** Whose relationships hang on one person of the network. */
export function SoleKeepers({ sole: { reached, alone, keepers } }: SoleKeepersProps) {
  return (
    <section aria-labelledby="persone">
      <h2 id="persone">{m.relations_sole_title()}</h2>
      <p className="prose">{m.relations_sole_lead()}</p>
      {alone === 0 ? (
        <EmptyState
          icon="people"
          level={3}
          title={m.relations_sole_none_title()}
          text={reached === 0 ? m.relations_sole_nobody() : m.relations_sole_none()}
        />
      ) : (
        <>
          <Table
            compact
            caption={m.relations_sole_share({ alone: formatNumber(alone), reached: formatNumber(reached) })}
            rows={keepers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'person',
                header: m.relations_sole_person(),
                cell: ({ name, active }) => (
                  <span className="d-inline-flex flex-wrap gap-2 align-items-center">
                    {name} {active ? null : <StatusTag tone="bad">{m.relations_sole_closed()}</StatusTag>}
                  </span>
                ),
              },
              { key: 'org', header: m.network_organisation(), cell: ({ org }) => org ?? '–' },
              {
                key: 'companies',
                header: m.relations_sole_companies(),
                align: 'end',
                cell: ({ companies, to, name }) => (
                  <Link to={to} aria-label={m.relations_sole_link({ count: companies, name })}>
                    {formatNumber(companies)}
                  </Link>
                ),
              },
              {
                key: 'engaged',
                header: m.relations_sole_engaged(),
                align: 'end',
                cell: ({ engaged }) => formatNumber(engaged),
              },
            ]}
          />
          <TableFile table="persone" />
        </>
      )}
    </section>
  )
}

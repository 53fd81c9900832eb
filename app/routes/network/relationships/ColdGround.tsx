import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { RelationshipsView } from '#app/web/network/relationships-view.server.ts'
import { RowName } from './RowName.tsx'
import { TableFile } from './TableFile.tsx'

type ColdGroundProps = Pick<RelationshipsView, 'territories' | 'sectors'>
type Line = RelationshipsView['territories'][number]

/** More names than this are read on demand. */
const MOST = 4

/** Where nobody is warm: territories and sectors, and inside the others what is still cold. */
export function ColdGround({ territories, sectors }: ColdGroundProps) {
  const table = (caption: string, header: string, coldHeader: string, rows: readonly Line[]) => (
    <Table<Line>
      compact
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', header, cell: ({ label, to }) => <RowName label={label} to={to} whole={false} /> },
        {
          key: 'companies',
          header: m.network_companies_header(),
          align: 'end',
          cell: ({ companies }) => formatNumber(companies),
        },
        { key: 'warm', header: m.relations_ground_warm(), align: 'end', cell: Warm },
        { key: 'cold', header: coldHeader, cell: ({ cold }) => <Cold cold={cold} /> },
      ]}
    />
  )
  return (
    <section aria-labelledby="terreno">
      <h2 id="terreno">{m.relations_ground_title()}</h2>
      <p className="prose">{m.relations_ground_lead()}</p>
      {table(
        m.relations_ground_territories(),
        m.relations_territory(),
        m.relations_ground_cold_sectors(),
        territories,
      )}
      {table(
        m.relations_ground_sectors(),
        m.network_sector(),
        m.relations_ground_cold_territories(),
        sectors,
      )}
      <TableFile table="terreno" />
    </section>
  )
}

function Warm({ companies, warm }: Line) {
  if (warm > 0) return formatNumber(warm)
  return companies === 0 ? (
    <StatusTag tone="neutral">{m.relations_ground_nobody()}</StatusTag>
  ) : (
    <StatusTag tone="warn">{m.relations_ground_none_warm()}</StatusTag>
  )
}

function Cold({ cold }: Pick<Line, 'cold'>) {
  if (cold.length === 0) return '–'
  const names = cold.map(({ label, to }, at) => (
    <span key={label}>
      {at > 0 ? ', ' : ''}
      {to ? <Link to={to}>{label}</Link> : label}
    </span>
  ))
  if (cold.length <= MOST) return <span>{names}</span>
  return <Disclosure summary={m.relations_ground_cold_count({ count: cold.length })}>{names}</Disclosure>
}

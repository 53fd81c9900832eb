import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Table } from '#app/ui/Table.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { RelationshipsView } from '#app/web/network/relationships-view.server.ts'

type LeftAloneProps = { leftAlone: RelationshipsView['leftAlone'] }

/** Companies that nobody tends: what they lack, and those whose relationship is worth most. */
export function LeftAlone({ leftAlone: { total, parts, companies } }: LeftAloneProps) {
  return (
    <section aria-labelledby="trascurate">
      <h2 id="trascurate">{m.relations_alone_title()}</h2>
      <p className="prose">{m.relations_alone_lead()}</p>
      {total === 0 ? (
        <EmptyState
          icon="check"
          level={3}
          title={m.relations_alone_none_title()}
          text={m.relations_alone_none()}
        />
      ) : (
        <>
          <ul className="tiles">
            {parts.map(({ label, total: count, to }) => (
              <li key={label}>
                <strong>{formatNumber(count)}</strong>{' '}
                {count > 0 ? <Link to={to}>{label}</Link> : <span>{label}</span>}
              </li>
            ))}
          </ul>
          <Table
            compact
            caption={m.relations_alone_table()}
            rows={companies}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'company',
                header: m.relationship_col_company(),
                cell: ({ id, name }) => <Link to={`/rete/aziende/${id}`}>{name}</Link>,
              },
              {
                key: 'score',
                header: m.relations_score(),
                align: 'end',
                cell: ({ score }) => Math.round(score),
              },
              {
                key: 'lead',
                header: m.relationship_col_lead(),
                cell: ({ id, name, lead }) =>
                  lead ?? (
                    <Link to={`/rete/aziende/${id}#chi-la-segue`}>
                      {m.relations_alone_give()}
                      <span className="visually-hidden"> {name}</span>
                    </Link>
                  ),
              },
              { key: 'lacks', header: m.relations_alone_lacks(), cell: ({ lacks }) => lacks.join(', ') },
            ]}
          />
        </>
      )}
    </section>
  )
}

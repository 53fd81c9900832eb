import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { Table } from '#app/ui/Table.tsx'
import type { ImpactView } from './weight-view.server.ts'

type Line = ImpactView['most'][number]

/** What the numbers of the form would do to the scores of today. */
export function Impact({ impact: { companies, partial, moved, slopes, most } }: { impact: ImpactView }) {
  return (
    <Card as="section" tone="accent" title={m.trust_weights_impact()}>
      {partial ? <p className="muted">{m.rules_dry_partial({ companies })}</p> : null}
      <DefinitionList
        items={[
          { term: m.trust_weights_impact_companies(), value: companies },
          { term: m.trust_weights_impact_moved(), value: moved },
          { term: m.trust_weights_impact_slopes(), value: slopes },
        ]}
      />
      {most.length === 0 ? (
        <p className="mt-3">{m.trust_weights_impact_none()}</p>
      ) : (
        <div className="mt-3">
          <Table<Line>
            caption={m.trust_weights_impact_most()}
            rows={most}
            rowKey={({ company }) => company.id}
            compact
            columns={[
              {
                key: 'company',
                header: m.rules_dry_company(),
                cell: ({ company }) => <Link to={`/rete/aziende/${company.id}`}>{company.name}</Link>,
              },
              { key: 'before', header: m.trust_weights_before(), align: 'end', cell: ({ before }) => before },
              { key: 'after', header: m.trust_weights_after(), align: 'end', cell: ({ after }) => after },
              { key: 'change', header: m.trust_weights_change(), align: 'end', cell: ({ change }) => change },
              { key: 'slope', header: m.trust_weights_slope(), cell: ({ slope }) => slope },
            ]}
          />
        </div>
      )}
    </Card>
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { Table } from '#app/ui/Table.tsx'
import type { DryRunView } from './dry-run-view.server.ts'

type Line = DryRunView['first'][number]

/** What the rule of the form would have done last month, beside what the rule of today did. */
export function DryRun({ run }: { run: DryRunView }) {
  const { from, to, companies, partial, first, total } = run
  return (
    <Card as="section" tone="accent" title={m.rules_dry_title()}>
      <p>{m.rules_dry_lead({ from, to, companies })}</p>
      {partial ? <p className="muted">{m.rules_dry_partial({ companies })}</p> : null}
      <DefinitionList
        items={[
          { term: m.rules_dry_before(), value: run.before },
          { term: m.rules_dry_after(), value: run.after },
          { term: m.rules_dry_added(), value: run.added },
          { term: m.rules_dry_removed(), value: run.removed },
          { term: m.rules_dry_moved(), value: run.moved },
        ]}
      />
      {total === 0 ? (
        <p className="mt-3">{m.rules_dry_same()}</p>
      ) : (
        <div className="mt-3">
          <Table<Line>
            caption={m.rules_dry_first({ shown: first.length, total })}
            rows={first}
            rowKey={({ key }) => key}
            compact
            columns={[
              {
                key: 'company',
                header: m.rules_dry_company(),
                cell: ({ company }) => <Link to={`/rete/aziende/${company.id}`}>{company.name}</Link>,
              },
              { key: 'about', header: m.rules_dry_about(), cell: ({ about }) => about },
              { key: 'change', header: m.rules_dry_change(), cell: ({ change }) => change },
            ]}
          />
        </div>
      )}
    </Card>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { weights } from '#app/domain/network/weights.server.ts'
import { isGood, reasonKey } from '#app/domain/trust/event-kinds.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { text } from '#app/web/text.server.ts'
import { weightInWords } from '#app/web/rules/weight-words.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.trust_weights_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx }) => ({
  lines: (await weights(tx)).map(({ kind, inForce, usual, changed }) => ({
    kind,
    good: isGood(kind),
    name: text(`trust_kind_${kind}`),
    reason: text(reasonKey(kind)),
    inForce: weightInWords(inForce),
    usual: weightInWords(usual),
    changed: changed && { by: changed.by, date: formatDate(changed.at) },
  })),
}))

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]

export default function Weights() {
  const { lines } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <Breadcrumbs
        items={[{ to: '/rete/regole', label: m.rules_title() }, { label: m.trust_weights_title() }]}
      />
      <PageHeader title={m.trust_weights_title()} lead={m.trust_weights_lead()} />
      <Kinds title={m.trust_weights_good()} lines={lines.filter(({ good }) => good)} />
      <Kinds title={m.trust_weights_bad()} lines={lines.filter(({ good }) => !good)} />
    </div>
  )
}

function Kinds({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <Card as="section" title={title}>
      <Table<Line>
        caption={title}
        captionHidden
        rows={lines}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: 'kind',
            header: m.trust_weights_column_kind(),
            cell: ({ kind, name, reason }) => (
              <div>
                <Link to={`/rete/fiducia/${kind}`}>{name}</Link>
                <span className="muted small d-block">{reason}</span>
              </div>
            ),
          },
          { key: 'weight', header: m.trust_weight(), align: 'end', cell: ({ inForce }) => inForce.weight },
          { key: 'half', header: m.trust_weight_half_life(), cell: ({ inForce }) => inForce.halfLife },
          { key: 'state', header: m.rules_column_state(), cell: (line) => <State line={line} /> },
        ]}
      />
    </Card>
  )
}

function State({ line: { changed, usual } }: { line: Line }) {
  if (!changed) return <span className="muted">{m.rules_state_default()}</span>
  return (
    <div>
      <StatusTag tone="info">{m.trust_weights_changed()}</StatusTag>
      <span className="muted small d-block">{m.trust_weights_usual(usual)}</span>
      <span className="muted small d-block">{m.trust_weights_changed_by(changed)}</span>
    </div>
  )
}

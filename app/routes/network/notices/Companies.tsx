import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'

type Line = { companyId: string; company: string; kind: string; what: string; day: string; settled: boolean }

/** Companies for which a card was stopped, and whether somebody has seen to it. */
export function Companies({ lines }: { lines: readonly Line[] }) {
  return (
    <section aria-labelledby="companies" className="stack">
      <h2 id="companies">{m.audit_notices_companies()}</h2>
      <p className="prose">{m.audit_notices_companies_lead()}</p>
      {lines.length === 0 ? (
        <p className="muted">{m.audit_notices_companies_none()}</p>
      ) : (
        <Table
          caption={m.audit_notices_companies()}
          captionHidden
          rows={lines}
          rowKey={({ companyId, kind, day }) => `${companyId} ${kind} ${day}`}
          columns={[
            { key: 'day', header: m.audit_notices_day(), cell: ({ day }) => day, nowrap: true },
            {
              key: 'company',
              header: m.audit_notices_company(),
              cell: ({ companyId, company }) => <Link to={`/rete/aziende/${companyId}`}>{company}</Link>,
              heading: true,
            },
            { key: 'what', header: m.audit_notices_what(), cell: ({ what }) => what },
            {
              key: 'state',
              header: m.audit_notices_state(),
              cell: ({ settled }) => (
                <StatusTag tone={settled ? 'ok' : 'warn'}>
                  {settled ? m.audit_notices_settled() : m.audit_notices_to_settle()}
                </StatusTag>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import type { FirmLine } from '#app/ui/imports/import-view.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import type { Tone } from '#app/ui/tone.ts'

const states: Record<FirmLine['state'], { tone: Tone; label: () => string }> = {
  open: { tone: 'warn', label: m.imports_state_open },
  recognised: { tone: 'ok', label: m.imports_state_recognised },
  chosen: { tone: 'ok', label: m.imports_state_chosen },
  skipped: { tone: 'neutral', label: m.imports_state_skipped },
}

/** The companies of a file with what was decided of each: those that wait first. */
export function FirmsOfFile({ firms, base }: { firms: readonly FirmLine[]; base: string }) {
  return (
    <Table<FirmLine>
      compact
      caption={m.imports_firms()}
      rows={firms}
      rowKey={({ at }) => String(at)}
      columns={[
        {
          key: 'name',
          header: m.imports_firm_said(),
          cell: ({ name, vatId }) => (
            <span>
              {name}
              {vatId && vatId !== name ? <span className="muted small d-block">{vatId}</span> : null}
            </span>
          ),
        },
        { key: 'contacts', header: m.imports_firm_contacts(), align: 'end', cell: (firm) => firm.contacts },
        {
          key: 'state',
          header: m.imports_firm_state(),
          cell: ({ state, company, companyId }) => (
            <span>
              <StatusTag tone={states[state].tone}>{states[state].label()}</StatusTag>
              {companyId && company ? (
                <Link to={`${base}/aziende/${companyId}`} className="d-block">
                  {company}
                </Link>
              ) : null}
            </span>
          ),
        },
        {
          key: 'change',
          header: m.imports_firm_change(),
          cell: ({ at, state, name }) => (
            <Link to={`?azienda=${at}#decidi`}>
              {state === 'open' ? m.imports_decide() : m.imports_decide_again()}
              <span className="visually-hidden"> {name}</span>
            </Link>
          ),
        },
      ]}
    />
  )
}

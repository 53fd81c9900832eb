import { Link } from '@remix-run/react'
import type { GlassState } from '#app/domain/glass/glass-rules.ts'
import { m } from '#app/locales/generated/messages.js'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import type { Tone } from '#app/ui/tone.ts'

const STATES: Record<GlassState, { tone: Tone; label: () => string }> = {
  waiting: { tone: 'info', label: m.glass_state_waiting },
  lapsed: { tone: 'neutral', label: m.glass_state_lapsed },
  refused: { tone: 'neutral', label: m.glass_state_refused },
  open: { tone: 'accent', label: m.glass_state_open },
  over: { tone: 'neutral', label: m.glass_state_over },
}

type Line = {
  id: string
  code: string
  organisation: string
  reason: string
  asked: string
  decided: string | null
  until: string | null
  state: GlassState
  opens: boolean
}

/** Every request of the last months: who asked, why, who allowed it, until when. */
export function GlassTable({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <Table
      caption={m.glass_list()}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          header: m.glass_person(),
          heading: true,
          cell: ({ id, code, organisation, opens }) => (
            <div>
              {opens ? <Link to={`/rete/emergenza/${id}`}>{m.glass_read({ code })}</Link> : code}
              <div className="small muted">{organisation}</div>
            </div>
          ),
        },
        {
          key: 'why',
          header: m.glass_reason(),
          cell: ({ reason, asked }) => (
            <div>
              {reason}
              <div className="small muted">{asked}</div>
            </div>
          ),
        },
        {
          key: 'state',
          header: m.glass_state(),
          cell: ({ state, decided, until }) => (
            <div>
              <StatusTag tone={STATES[state].tone}>{STATES[state].label()}</StatusTag>
              {decided ? <div className="small muted">{decided}</div> : null}
              {until ? <div className="small muted">{m.glass_until({ at: until })}</div> : null}
            </div>
          ),
        },
      ]}
    />
  )
}

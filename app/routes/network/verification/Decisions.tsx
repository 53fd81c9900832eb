import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { formatDate } from '#app/web/format.ts'

type Decision = {
  by: string | null
  decision: 'approved' | 'rejected' | 'reconsidered' | 'revoked'
  note: string
  at: Date
  superseded: boolean
}

const words = {
  approved: m.network_verify_decision_approved,
  rejected: m.network_verify_decision_rejected,
  reconsidered: m.network_verify_decision_reconsidered,
  revoked: m.network_verify_decision_revoked,
}

/** What coordinators have decided so far, each with her note. */
export function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <Card as="section" title={m.network_verify_decisions()}>
      {decisions.length > 0 ? (
        <ul className="plain-list stack">
          {decisions.map(({ by, decision, note, at, superseded }) => (
            <li key={at.getTime()}>
              {words[decision]({ by: by ?? '–', date: formatDate(at) })}
              {superseded && (decision === 'approved' || decision === 'rejected') ? (
                <span className="muted small d-block">{m.network_verify_decision_superseded()}</span>
              ) : null}
              {note ? <p className="muted small">{note}</p> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{m.network_verify_no_decisions()}</p>
      )}
    </Card>
  )
}

import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { formatDate } from '#app/web/format.ts'

type Decision = { by: string | null; decision: 'approved' | 'rejected'; note: string; at: Date }

/** What coordinators have decided so far, each with her note. */
export function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <Card as="section" title={m.network_verify_decisions()}>
      {decisions.length > 0 ? (
        <ul className="plain-list stack">
          {decisions.map(({ by, decision, note, at }) => {
            const who = { by: by ?? '–', date: formatDate(at) }
            return (
              <li key={at.getTime()}>
                {decision === 'approved'
                  ? m.network_verify_decision_approved(who)
                  : m.network_verify_decision_rejected(who)}
                {note ? <p className="muted small">{note}</p> : null}
              </li>
            )
          })}
        </ul>
      ) : (
        <p>{m.network_verify_no_decisions()}</p>
      )}
    </Card>
  )
}

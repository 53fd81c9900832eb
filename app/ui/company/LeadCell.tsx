import { m } from '#app/locales/generated/messages.js'

type LeadCellProps = {
  /** Who follows the company, or null for nobody. */
  lead: string | null
  /** When it was last heard, in words, or null for never. */
  lastContact: string | null
}

/** Who follows a company, and when it was last heard. */
export function LeadCell({ lead, lastContact }: LeadCellProps) {
  return (
    <span>
      {lead ?? <span className="muted">{m.relationship_no_lead()}</span>}
      <span className="muted small d-block">
        {lastContact ? m.relationship_heard({ when: lastContact }) : m.relationship_never_heard()}
      </span>
    </span>
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'

/** What she may ask of her data; whoever follows her answers it. */
export function HerData({ candidateId }: { candidateId: string }) {
  return (
    <Card as="section" title={m.audit_her_data()}>
      <p className="muted">{m.audit_her_data_lead()}</p>
      <ul className="plain-list">
        <li>
          <Link to={`/lavoro/persone/${candidateId}/copia`}>{m.audit_copy_link()}</Link>
        </li>
        <li>
          <Link to={`/lavoro/persone/${candidateId}/cancellazione`}>{m.audit_erase_link()}</Link>
        </li>
      </ul>
    </Card>
  )
}

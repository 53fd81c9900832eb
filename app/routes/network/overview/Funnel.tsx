import type { Suppressed } from '#app/domain/network/suppress.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { formatDate, formatNumber } from '#app/web/format.ts'

type FunnelProps = {
  funnel: { asOf: string; takenOn: Suppressed; internships: Suppressed; contracts: Suppressed }
}

const shown = (count: Suppressed) => (count === '<5' ? m.network_fewer_than_five() : formatNumber(count))

/** From a first meeting to a contract, in figures that point at nobody. */
export function Funnel({ funnel: { asOf, takenOn, internships, contracts } }: FunnelProps) {
  const steps = [
    { label: m.network_funnel_taken_on(), count: takenOn },
    { label: m.network_funnel_internships(), count: internships },
    { label: m.network_funnel_contracts(), count: contracts },
  ]
  return (
    <Card as="section" title={m.network_funnel_title()}>
      <ol className="funnel">
        {steps.map(({ label, count }) => (
          <li key={label}>
            <strong>{shown(count)}</strong>
            <span>{label}</span>
          </li>
        ))}
      </ol>
      <p className="muted small">{m.network_funnel_as_of({ date: formatDate(asOf) })}</p>
    </Card>
  )
}

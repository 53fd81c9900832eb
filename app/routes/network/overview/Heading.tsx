import { Link } from '@remix-run/react'
import type { TrustSlope } from '#app/domain/trust/slope.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import { formatNumber } from '#app/web/format.ts'

const LOOKS: Record<TrustSlope, { tone: Tone; icon: IconName; label: () => string; hint: () => string }> = {
  warming: { tone: 'ok', icon: 'arrow-up', label: m.trust_slope_warming, hint: m.trust_slope_hint_warming },
  steady: { tone: 'neutral', icon: 'minus', label: m.trust_slope_steady, hint: m.trust_slope_hint_steady },
  cooling: {
    tone: 'warn',
    icon: 'arrow-down',
    label: m.trust_slope_cooling,
    hint: m.trust_slope_hint_cooling,
  },
  at_risk: { tone: 'bad', icon: 'alert', label: m.trust_slope_at_risk, hint: m.trust_slope_hint_at_risk },
}

/** How many relationships warm up, hold, cool down or are at risk, and by which rule. */
export function Heading({ heading }: { heading: readonly { key: TrustSlope; total: number }[] }) {
  return (
    <Card as="section" title={m.network_heading_title()}>
      <p className="muted">{m.network_heading_lead()}</p>
      <ul className="heading-grid">
        {heading.map(({ key, total }) => {
          const { tone, icon, label, hint } = LOOKS[key]
          return (
            <li key={key}>
              <Link className="heading-total" to={`/rete/aziende?tendenza=${key}`}>
                {formatNumber(total)}
                <span className="visually-hidden"> {label()}</span>
              </Link>
              <StatusTag tone={tone} icon={icon}>
                {label()}
              </StatusTag>
              <p className="muted small">{hint()}</p>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 mb-0">
        <Link to="/rete/rapporti">{m.relations_closer()}</Link>
      </p>
    </Card>
  )
}

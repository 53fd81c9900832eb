import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { LineChart } from '#app/ui/charts/LineChart.tsx'
import type { TrustTerm, TrustView } from '#app/ui/company/company-view.ts'
import { SlopeTag } from '#app/ui/company/CompanyTags.tsx'
import { ProgressMeter } from '#app/ui/ProgressMeter.tsx'
import { ScoreBars } from '#app/ui/ScoreBars.tsx'

const HIGHEST = 100

/** The score, why it is what it is, what would raise it, and how it has moved in two years. */
export function TrustCard({ trust }: { trust: TrustView }) {
  const { score, slope, slopeHint, unknown, up, down, next } = trust
  return (
    <Card as="section" title={m.relationship_trust_title()}>
      <ProgressMeter value={score} label={m.trust_score_title()} tone={slope === 'at_risk' ? 'bad' : 'brand'}>
        <SlopeTag slope={slope} />
        <p className="muted small">{slopeHint}</p>
      </ProgressMeter>
      <p className="muted">{unknown ? m.relationship_trust_unknown() : m.relationship_trust_start()}</p>
      {up.length + down.length > 0 ? <Explanation trust={trust} /> : null}
      {next.length > 0 ? (
        <>
          <h3 className="mt-4">{m.relationship_trust_next()}</h3>
          <ul>
            {next.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      ) : null}
      <LineChart
        title={m.relationship_trust_line()}
        description={trust.lineText}
        dateHeader={m.relationship_trust_line_date()}
        domain={[0, HIGHEST]}
        notes={{ header: m.portfolio_causes(), of: trust.line }}
        series={[{ name: m.relationship_trust_line_name(), points: trust.line }]}
      />
    </Card>
  )
}

/** What counts most, up and down, in points of the score. */
function Explanation({ trust: { up, down, rest } }: { trust: TrustView }) {
  return (
    <>
      <h3>{m.relationship_trust_up()}</h3>
      <ScoreBars label={m.relationship_trust_up()} terms={numbered([...up, ...down])} />
      {rest ? <p className="muted small mt-3">{m.relationship_trust_rest({ points: rest })}</p> : null}
    </>
  )
}

/** Two visits are two terms: the second and later of a kind say which they are. */
function numbered(terms: readonly TrustTerm[]) {
  const seen = new Map<string, number>()
  return terms.map(({ kind, label, points, note }) => {
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    return { label: count > 1 ? `${label} (${count})` : label, points, note }
  })
}

import { Link } from '@remix-run/react'
import type { TrustSlope } from '#app/domain/trust/slope.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { SlopeTag } from '#app/ui/company/CompanyTags.tsx'
import type { RelationshipsView } from '#app/web/network/relationships-view.server.ts'

type HeadingsProps = { headings: RelationshipsView['headings'] }

/** What a coordinator looks for first: who cools, and who is warm enough to be asked for more. */
const order: TrustSlope[] = ['at_risk', 'cooling', 'warming']

/** Where relationships are heading: of each direction how many, and the companies of the highest score. */
export function Headings({ headings }: HeadingsProps) {
  const shown = order.flatMap((slope) => headings.filter((heading) => heading.slope === slope))
  return (
    <section aria-labelledby="tendenza">
      <h2 id="tendenza">{m.relations_heading_title()}</h2>
      <p className="prose">{m.relations_heading_lead()}</p>
      <div className="row">
        {shown.map(({ slope, total, hint, to, companies }) => (
          <div className="col-lg-4" key={slope}>
            <Card as="section" aside={<SlopeTag slope={slope} />} title={String(total)} level={3}>
              <p className="muted small">{hint}</p>
              {companies.length === 0 ? <p>{m.relations_heading_none()}</p> : null}
              <ul className="plain-list hint-list mb-3">
                {companies.map(({ id, name, score, lead, lastContact }) => (
                  <li key={id}>
                    <Link to={`/rete/aziende/${id}`}>{name}</Link> <strong>{Math.round(score)}</strong>
                    <span className="muted small d-block">
                      {lead ?? m.relationship_no_lead()} ·{' '}
                      {lastContact
                        ? m.relationship_heard({ when: lastContact })
                        : m.relationship_never_heard()}
                    </span>
                  </li>
                ))}
              </ul>
              {total > 0 ? <Link to={to}>{m.relations_all({ count: total })}</Link> : null}
            </Card>
          </div>
        ))}
      </div>
    </section>
  )
}

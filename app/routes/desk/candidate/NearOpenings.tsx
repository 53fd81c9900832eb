import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import type { PersonOpenings } from './openings-view.server.ts'

/** The openings that one thing alone keeps from her, by that thing. */
export function NearOpenings({ groups }: { groups: PersonOpenings['near'] }) {
  return (
    <Card as="section" title={m.desk_almost_title()}>
      <p className="muted">{groups.length > 0 ? m.desk_almost_lead() : m.desk_almost_none()}</p>
      <div className="stack">
        {groups.map(({ constraint, label, count, openings }) => (
          <Disclosure key={constraint} summary={m.desk_almost_group({ constraint: label, count })}>
            <ul className="plain-list stack">
              {openings.map(({ openingId, title, about, reason }) => (
                <li key={openingId}>
                  <Link to={`/lavoro/opportunita/${openingId}`}>{title}</Link>{' '}
                  <span className="muted small">{about}</span>
                  <div>{reason.summary}</div>
                  {reason.details.length > 0 ? (
                    <div className="muted">{reason.details.join(' · ')}</div>
                  ) : null}
                </li>
              ))}
            </ul>
            {count > openings.length ? (
              <p className="muted">{m.desk_plan_more({ count: count - openings.length })}</p>
            ) : null}
          </Disclosure>
        ))}
      </div>
    </Card>
  )
}

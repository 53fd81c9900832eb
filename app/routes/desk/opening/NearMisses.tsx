import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import type { OpeningToMatch } from './opening-view.server.ts'

type Groups = NonNullable<OpeningToMatch['match']>['nearMisses']

/** People whom one thing alone keeps out, by that thing: what to talk about with the company, or with them. */
export function NearMisses({ groups }: { groups: Groups }) {
  if (groups.length === 0)
    return <EmptyState icon="people" title={m.desk_near_none_title()} text={m.desk_near_none()} />
  return (
    <div className="stack">
      <p className="prose">{m.desk_near_lead()}</p>
      {groups.map(({ constraint, label, people, unnamed, others }) => (
        <Card key={constraint} as="section" title={label}>
          <ul className="plain-list stack">
            {people.map(({ candidateId, code, reason }) => (
              <li key={candidateId}>
                <strong>
                  <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>
                </strong>
                <div>{reason.summary}</div>
                {reason.details.length > 0 ? <div className="muted">{reason.details.join(' · ')}</div> : null}
              </li>
            ))}
          </ul>
          {unnamed > 0 ? <p className="muted mt-3">{m.desk_near_unnamed({ count: unnamed })}</p> : null}
          {others > 0 ? (
            <p className="muted mt-3">
              {others === 1 ? m.desk_near_other_one() : m.desk_near_others({ count: others })}
            </p>
          ) : null}
        </Card>
      ))}
    </div>
  )
}

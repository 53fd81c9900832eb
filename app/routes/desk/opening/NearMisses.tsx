import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import type { NearView } from './near-view.server.ts'

type Group = NearView[number]

/** People whom one thing alone keeps out, by that thing: what to talk about with the company, or with them. */
export function NearMisses({ groups, whatIfs }: { groups: NearView; whatIfs: number }) {
  if (groups.length === 0)
    return <EmptyState icon="people" title={m.desk_near_none_title()} text={m.desk_near_none()} />
  return (
    <div className="stack">
      <p className="prose">{m.desk_near_lead()}</p>
      {whatIfs > 0 ? (
        <p>
          <ButtonLink to="?tab=ipotesi" variant="secondary" size="sm">
            {m.questions_near_edits()}
          </ButtonLink>
        </p>
      ) : null}
      {groups.map((group) => (
        <GroupCard key={group.constraint} group={group} />
      ))}
    </div>
  )
}

function GroupCard({ group: { constraint, label, own, others, named } }: { group: Group }) {
  return (
    <div id={`g-${constraint}`}>
      <Card
        as="section"
        title={label}
        aside={
          own > 0 ? (
            <Link
              to={named ? '?tab=quasi' : `?tab=quasi&quasi=${constraint}#g-${constraint}`}
              preventScrollReset
              className="why-link"
              aria-expanded={named !== null}
            >
              {named ? m.questions_near_hide() : m.questions_near_names()}
              <span className="visually-hidden"> {label}</span>
            </Link>
          ) : null
        }
      >
        <p>{own > 0 ? m.questions_near_own({ count: own }) : m.questions_near_own_none()}</p>
        {named ? (
          <ul className="plain-list stack">
            {named.people.map(({ candidateId, code, reason }) => (
              <li key={candidateId}>
                <strong>
                  <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>
                </strong>
                <div>{reason.summary}</div>
                {reason.details.length > 0 ? <div className="muted">{reason.details.join(' · ')}</div> : null}
              </li>
            ))}
          </ul>
        ) : null}
        {named && named.more > 0 ? (
          <p className="muted mt-3">{m.desk_near_unnamed({ count: named.more })}</p>
        ) : null}
        {others > 0 ? (
          <p className="muted mt-3">
            {others === 1 ? m.desk_near_other_one() : m.desk_near_others({ count: others })}
          </p>
        ) : null}
      </Card>
    </div>
  )
}

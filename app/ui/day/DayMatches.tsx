import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import type { MatchesView } from '#app/ui/day/day-view.ts'
import { TabLinks } from '#app/ui/TabLinks.tsx'

/** Matches that came since she last looked: openings with the people they admit, the best first. */
export function DayMatches({ matches: { whose, openings, unshown } }: { matches: MatchesView }) {
  return (
    <>
      <TabLinks
        label={m.desk_news_whose()}
        current={whose}
        tabs={[
          { key: 'mine', to: '/lavoro', label: m.desk_news_mine() },
          { key: 'organisation', to: '/lavoro?abbinamenti=ente', label: m.desk_news_organisation() },
        ]}
      />
      <ul className="plain-list stack mt-3">
        {openings.map(({ openingId, title, company, people, more }) => (
          <li key={openingId}>
            <Link to={`/lavoro/opportunita/${openingId}`}>{title}</Link>{' '}
            <span className="muted small">{company}</span>
            <div>
              {people.map(({ to, label }, at) => (
                <span key={to}>
                  {at > 0 ? ', ' : ''}
                  <Link to={to}>{label}</Link>
                </span>
              ))}
              {more > 0 ? <span className="muted"> {m.desk_news_more_people({ count: more })}</span> : null}
            </div>
          </li>
        ))}
      </ul>
      {unshown > 0 ? <p className="muted mt-3">{m.desk_news_unshown({ count: unshown })}</p> : null}
    </>
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { CardFateTag } from '#app/ui/matching/CardFateTag.tsx'
import { MatchReasons } from '#app/ui/matching/MatchReasons.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { FileView } from './file-view.server.ts'

function whyNone({ matchable, state, profile }: FileView): string {
  if (state !== 'active') return m.desk_fitting_not_active()
  if (!matchable) return m.desk_fitting_no_consent()
  return profile.complete ? m.desk_fitting_none() : m.desk_fitting_incomplete()
}

/** The open openings that admit her, best first. */
export function FittingOpenings({ view }: { view: FileView }) {
  const { openings, candidateId, code } = view
  const sent = new Map(view.proposals.map((proposal) => [proposal.openingId as string, proposal]))
  const unshown = openings.total - openings.fitting.length
  return (
    <section aria-labelledby="fitting-title">
      <h2 id="fitting-title">{m.desk_fitting_title({ count: openings.total })}</h2>
      {openings.fitting.length === 0 ? (
        <EmptyState level={3} icon="briefcase" title={m.desk_fitting_none_title()} text={whyNone(view)} />
      ) : null}
      <ol className="plain-list stack">
        {openings.fitting.map(({ openingId, title, about, score, reasons }) => {
          const fate = sent.get(openingId)
          return (
            <li key={openingId} className="card">
              <div className="card-top">
                <div>
                  <h3 className="card-title">
                    <Link to={`/lavoro/opportunita/${openingId}`}>{title}</Link>
                  </h3>
                  <p className="muted">{about}</p>
                </div>
                <span>
                  {m.matching_score_total({ total: formatNumber(Math.round(score.total * 10) / 10) })}{' '}
                  {fate ? <CardFateTag state={fate.state} answer={fate.answer} /> : null}
                </span>
              </div>
              <details className="more">
                <summary>
                  {m.desk_match_why()} <Icon name="chevron-down" />
                </summary>
                <MatchReasons reasons={reasons} score={score} />
              </details>
              <div className="card-actions">
                <ButtonLink
                  to={`/lavoro/opportunita/${openingId}/proposta/${candidateId}`}
                  variant={fate ? 'quiet' : 'secondary'}
                  size="sm"
                >
                  {fate ? m.desk_match_see_proposal() : m.desk_match_propose()}
                  <span className="visually-hidden">
                    {' '}
                    {code}, {title}
                  </span>
                </ButtonLink>
              </div>
            </li>
          )
        })}
      </ol>
      {unshown > 0 ? <p className="muted">{m.desk_fitting_more({ count: unshown })}</p> : null}
    </section>
  )
}

import { Link, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { CardFateTag, type CardFate } from '#app/ui/matching/CardFateTag.tsx'
import { MatchReasons } from '#app/ui/matching/MatchReasons.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { formatNumber } from '#app/web/format.ts'
import { AskForHelp } from './AskForHelp.tsx'
import type { OpeningToMatch } from './opening-view.server.ts'

type Match = NonNullable<OpeningToMatch['match']>
type Person = Match['people'][number]

type MatchesProps = { view: OpeningToMatch; match: Match; helpKey: string }

/** The people of one's own organisation whom the opening admits, best first, and how many others there are. */
export function Matches({ view, match, helpKey }: MatchesProps) {
  const { search } = useLocation()
  const { opening, proposed } = view
  const fates = new Map(proposed.map((proposal) => [proposal.candidateId as string, proposal]))
  return (
    <div className="stack">
      <AskForHelp
        others={match.others}
        askedOn={view.helpAskedOn}
        open={opening.state === 'open'}
        formKey={helpKey}
      />
      {match.people.length === 0 ? (
        <EmptyState
          icon="people"
          title={m.desk_match_none_title()}
          text={match.nearMissCount > 0 ? m.desk_match_none_but_near() : m.desk_match_none()}
          action={
            match.nearMissCount > 0 ? (
              <ButtonLink to="?tab=quasi" variant="secondary">
                {m.desk_match_see_near()}
              </ButtonLink>
            ) : (
              <ButtonLink to="/lavoro/persone" variant="secondary">
                {m.desk_match_see_people()}
              </ButtonLink>
            )
          }
        />
      ) : (
        <ol className="plain-list stack">
          {match.people.map((person) => (
            <li key={person.candidateId} className="card">
              <MatchCard
                person={person}
                openingId={opening.id}
                fate={fates.get(person.candidateId)}
                open={person.position === 1}
              />
            </li>
          ))}
        </ol>
      )}
      <Pagination page={match.page} pages={match.pages} search={search} />
    </div>
  )
}

/** Hundredths decide who comes first; nobody reads them. */
const oneDecimal = (points: number) => formatNumber(Math.round(points * 10) / 10)

type MatchCardProps = { person: Person; openingId: string; fate: CardFate | undefined; open: boolean }

function MatchCard({ person, openingId, fate, open }: MatchCardProps) {
  const { candidateId, code, position, score, reasons, gist } = person
  return (
    <>
      <div className="card-top">
        <div className="match-place">
          <span className="position" aria-hidden="true">
            {position}
          </span>
          <h2 className="card-title">
            <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>
          </h2>
          <span>
            <span className="visually-hidden">{m.desk_match_position({ position })} </span>
            {m.matching_score_total({ total: oneDecimal(score.total) })}
          </span>
          {fate ? <CardFateTag state={fate.state} answer={fate.answer} /> : null}
        </div>
        <ButtonLink
          to={`/lavoro/opportunita/${openingId}/proposta/${candidateId}`}
          variant={fate ? 'quiet' : position === 1 ? 'primary' : 'secondary'}
          size="sm"
        >
          {fate ? m.desk_match_see_proposal() : m.desk_match_propose()}
          <span className="visually-hidden"> {code}</span>
        </ButtonLink>
      </div>
      <p className="muted">{gist}</p>
      <details className="more" open={open}>
        <summary>
          {m.desk_match_why()} <Icon name="chevron-down" />
        </summary>
        <MatchReasons reasons={reasons} score={score} />
      </details>
    </>
  )
}

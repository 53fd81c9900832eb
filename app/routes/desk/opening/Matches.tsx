import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { AskForHelp } from './AskForHelp.tsx'
import { FilterChips } from './FilterChips.tsx'
import { COMPARE_FORM, MatchCard } from './MatchCard.tsx'
import type { OpeningToMatch } from './opening-view.server.ts'
import type { RankingView } from './ranking-view.server.ts'

type Match = NonNullable<OpeningToMatch['match']>

type MatchesProps = {
  view: OpeningToMatch
  match: Match
  ranking: RankingView
  keys: { help: string; review: string }
  /** What the form of whoever is set aside was refused with. */
  error: string | null
}

/** The people of one's own organisation whom the opening admits, best first, and how many others there are. */
export function Matches({ view, match, ranking, keys, error }: MatchesProps) {
  const { search } = useLocation()
  const { opening, proposed } = view
  const fates = new Map(proposed.map((proposal) => [proposal.candidateId as string, proposal]))
  const { people, here, page, pages } = ranking
  return (
    <div className="stack">
      <AskForHelp
        others={match.others}
        askedOn={view.helpAskedOn}
        open={opening.state === 'open'}
        formKey={keys.help}
      />
      {match.total > 0 ? <FilterChips ranking={ranking} /> : null}
      {people.length === 0 ? (
        <NobodyHere match={match} ranking={ranking} />
      ) : (
        <>
          <ol className="plain-list stack">
            {people.map((person) => (
              <li key={person.candidateId} id={`p-${person.candidateId}`} className="card">
                <MatchCard
                  {...{ person, here, page, error }}
                  openingId={opening.id}
                  fate={fates.get(person.candidateId)}
                  formKey={keys.review}
                />
              </li>
            ))}
          </ol>
          <Compare openingId={opening.id} />
        </>
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}

/** A GET form whose boxes stand on the cards: it works without a script, and its address can be kept. */
function Compare({ openingId }: { openingId: string }) {
  return (
    <Form
      method="get"
      id={COMPARE_FORM}
      action={`/lavoro/opportunita/${openingId}/confronto`}
      className="compare-bar"
    >
      <Button variant="secondary" icon="people">
        {m.reviews_compare_do()}
      </Button>
      <span className="muted">{m.reviews_compare_hint()}</span>
    </Form>
  )
}

function NobodyHere({ match, ranking }: Pick<MatchesProps, 'match' | 'ranking'>) {
  if (match.total > 0) {
    const everybodyAside = !ranking.narrowed
    return (
      <EmptyState
        icon="filter"
        title={everybodyAside ? m.reviews_all_aside_title() : m.reviews_none_title()}
        text={everybodyAside ? m.reviews_all_aside() : m.reviews_none()}
        action={
          <ButtonLink to={everybodyAside ? '?da-parte=any' : '?'} variant="secondary">
            {everybodyAside ? m.reviews_see_aside() : m.reviews_all()}
          </ButtonLink>
        }
      />
    )
  }
  const near = match.nearMissCount > 0
  return (
    <EmptyState
      icon="people"
      title={m.desk_match_none_title()}
      text={near ? m.desk_match_none_but_near() : m.desk_match_none()}
      action={
        <ButtonLink to={near ? '?tab=quasi' : '/lavoro/persone'} variant="secondary">
          {near ? m.desk_match_see_near() : m.desk_match_see_people()}
        </ButtonLink>
      }
    />
  )
}

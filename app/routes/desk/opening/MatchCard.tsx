import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { CardFateTag, type CardFate } from '#app/ui/matching/CardFateTag.tsx'
import { MatchReasons } from '#app/ui/matching/MatchReasons.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { RankingView } from './ranking-view.server.ts'
import { PutBack, SetAside } from './SetAside.tsx'

type Person = RankingView['people'][number]

/** Hundredths decide who comes first; nobody reads them. */
const oneDecimal = (points: number) => formatNumber(Math.round(points * 10) / 10)

/** The form that the tick boxes of all cards belong to. */
export const COMPARE_FORM = 'compare'

export type MatchCardProps = {
  person: Person
  openingId: string
  fate: CardFate | undefined
  /** The list as it is narrowed now: `?`, or `?solo=…`. */
  here: string
  page: number
  formKey: string
  error: string | null
}

/** One person of the ranking: her points, what is remembered of her, and why she fits once somebody asks. */
export function MatchCard(props: MatchCardProps) {
  const { person, openingId, fate, formKey } = props
  const { candidateId, code, position, total, gist, why, aside } = person
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
            {m.matching_score_total({ total: oneDecimal(total) })}
          </span>
          <Marks person={person} fate={fate} />
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
      {aside ? (
        <p>
          <strong>{aside.why}</strong>
          {aside.on ? <span className="muted"> · {m.reviews_aside_on({ date: aside.on })}</span> : null}
        </p>
      ) : null}
      <div className="match-actions">
        <WhyLink {...props} />
        <label className="tick">
          <input type="checkbox" name="persona" value={candidateId} form={COMPARE_FORM} />
          {m.reviews_compare()}
          <span className="visually-hidden"> {code}</span>
        </label>
        {aside ? <PutBack candidateId={candidateId} code={code} formKey={formKey} /> : null}
      </div>
      {why ? (
        <div className="match-why">
          <MatchReasons {...why} />
          {fate || aside ? null : (
            <SetAside candidateId={candidateId} formKey={formKey} error={props.error} />
          )}
        </div>
      ) : null}
    </>
  )
}

function Marks({ person: { seen, refused }, fate }: Pick<MatchCardProps, 'person' | 'fate'>) {
  return (
    <>
      {seen || fate ? null : (
        <StatusTag tone="accent">
          {m.reviews_new()}
          <span className="visually-hidden">: {m.reviews_new_hint()}</span>
        </StatusTag>
      )}
      {fate ? <CardFateTag state={fate.state} answer={fate.answer} /> : null}
      {refused ? (
        <StatusTag tone="warn" icon="close">
          {m.reviews_refused()}
        </StatusTag>
      ) : null}
    </>
  )
}

/** Opens and closes the explanation. A link: whoever opens it is remembered to have looked, with or without a script. */
function WhyLink({ person: { candidateId, code, why }, here, page }: MatchCardProps) {
  const params = new URLSearchParams(here.slice(1))
  if (page > 1) params.set('pagina', String(page))
  if (!why) params.set('perche', candidateId)
  return (
    <Link
      to={`?${params.toString()}#p-${candidateId}`}
      preventScrollReset
      className="why-link"
      aria-expanded={why !== null}
    >
      {why ? m.reviews_why_close() : m.desk_match_why()}
      <span className="visually-hidden"> {code}</span>
      <Icon name={why ? 'close' : 'chevron-down'} />
    </Link>
  )
}

import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { Table, type Column } from '#app/ui/Table.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { CompareView } from './compare-view.server.ts'

type Person = CompareView['people'][number]
type Row = { label: string; at: number }

const points = (value: number) => formatNumber(Math.round(value * 10) / 10)

/** Columns of the people, after the one that names the row; on a phone each row is a card with a line for everybody. */
const columnsOf = (
  people: readonly Person[],
  cell: (person: Person, at: number) => ReactNode,
): Column<Row>[] => [
  { key: 'what', header: m.reviews_compare_what(), cell: ({ label }) => label },
  ...people.map((person): Column<Row> => ({
    key: person.candidateId,
    header: person.code,
    cell: ({ at }) => cell(person, at),
  })),
]

const says = ({ reasons }: Person, at: number) => JSON.stringify(reasons[at])

/** People side by side: where the constraints speak differently of them, where their points come from, and what is equal. */
export function CompareTables({ openingId, people }: Pick<CompareView, 'openingId' | 'people'>) {
  const [first] = people
  if (!first) return null
  const constraints = first.reasons.map(({ label }, at): Row => ({ label, at }))
  const differs = ({ at }: Row) => people.some((person) => says(person, at) !== says(first, at))
  const terms = first.score.terms.map(({ label }, at): Row => ({ label, at }))
  const total = terms.length
  const verdicts = columnsOf(people, ({ reasons }, at) => <Verdict reason={reasons[at]} />)
  const equal = constraints.filter((row) => !differs(row))
  const different = constraints.filter(differs)
  return (
    <div className="stack">
      {different.length > 0 ? (
        <Table
          caption={m.reviews_compare_constraints()}
          rows={different}
          rowKey={({ label }) => label}
          columns={verdicts}
        />
      ) : (
        <p>{m.reviews_compare_all_equal()}</p>
      )}
      <Table
        caption={m.reviews_compare_points()}
        rows={[...terms, { label: m.reviews_compare_total(), at: total }]}
        rowKey={({ label }) => label}
        columns={columnsOf(people, (person, at) =>
          at === total ? <Total person={person} /> : <Points person={person} at={at} />,
        )}
      />
      {equal.length > 0 ? (
        <Disclosure summary={m.reviews_compare_equal({ count: equal.length })}>
          <ul className="plain-list stack stack--tight">
            {equal.map(({ label, at }) => (
              <li key={label}>
                <strong>{label}</strong>
                <Verdict reason={first.reasons[at]} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <NextSteps openingId={openingId} people={people} />
    </div>
  )
}

function NextSteps({ openingId, people }: Pick<CompareView, 'openingId' | 'people'>) {
  return (
    <ul className="plain-list stack stack--tight">
      {people.map(({ candidateId, code }) => (
        <li key={candidateId} className="button-row">
          <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>
          <Link to={`/lavoro/opportunita/${openingId}/proposta/${candidateId}`}>
            {m.desk_match_propose()}
            <span className="visually-hidden"> {code}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Verdict({ reason }: { reason: Person['reasons'][number] | undefined }) {
  if (!reason) return null
  const { met, summary, details } = reason
  return (
    <div className="compare-verdict" data-met={met}>
      <Icon name={met ? 'check' : 'close'} />
      <div>
        <span className="visually-hidden">{met ? m.desk_match_met() : m.desk_match_blocked()}: </span>
        {summary}
        {details.length > 0 ? <div className="muted small">{details.join(' · ')}</div> : null}
      </div>
    </div>
  )
}

function Points({ person, at }: { person: Person; at: number }) {
  const term = person.score.terms[at]
  return term ? <>{m.ui_points_of({ points: points(term.points), max: points(term.max) })}</> : null
}

function Total({ person: { score, best, admitted } }: { person: Person }) {
  if (!admitted) return <span className="muted">{m.reviews_compare_blocked()}</span>
  return (
    <div>
      <strong>{m.matching_score_total({ total: points(score.total) })}</strong>
      {best ? <div className="muted small">{m.reviews_compare_best()}</div> : null}
    </div>
  )
}

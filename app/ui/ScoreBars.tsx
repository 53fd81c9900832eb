import type { ReactNode } from 'react'
import { getLocale } from '#app/locales/generated/runtime.js'
import { m } from '#app/locales/generated/messages.js'

export type ScoreTerm = {
  label: string
  /** What this term gave; negative points grow leftwards in red. */
  points: number
  /** The most it could give; without it the bar has no lighter part. */
  max?: number
  note?: ReactNode
}

type ScoreBarsProps = { label: string; terms: readonly ScoreTerm[]; total?: number }

/** A score taken apart: each term, its points and, lighter, what was left on the table. */
export function ScoreBars({ label, terms, total }: ScoreBarsProps) {
  const number = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 })
  const signed = terms.some((term) => term.points < 0)
  const widest = Math.max(1, ...terms.map((term) => Math.max(term.max ?? 0, Math.abs(term.points))))
  const share = (points: number) => (points / widest) * (signed ? 50 : 100)
  const value = ({ points, max }: ScoreTerm) =>
    max === undefined
      ? `${signed && points > 0 ? '+' : ''}${number.format(points)}`
      : m.ui_points_of({ points: number.format(points), max: number.format(max) })
  return (
    <ul className="score-bars" aria-label={label}>
      {terms.map((term) => (
        <li key={term.label}>
          <div className="meter-head">
            <span>{term.label}</span>
            <span className="meter-value">{value(term)}</span>
          </div>
          <svg className="score-bar" aria-hidden="true" focusable="false">
            <rect className="fill-track" width="100%" height="100%" />
            {term.max ? (
              <rect className="fill-weight" width={percent(share(term.max))} height="100%" />
            ) : null}
            <rect
              className={term.points < 0 ? 'fill-bad' : 'fill-brand'}
              x={signed ? percent(term.points < 0 ? 50 - share(-term.points) : 50) : 0}
              width={percent(share(Math.abs(term.points)))}
              height="100%"
            />
          </svg>
          {term.note ? <p className="score-note">{term.note}</p> : null}
        </li>
      ))}
      {total === undefined ? null : (
        <li className="score-total meter-head">
          <strong>{m.ui_total()}</strong>
          <span className="meter-value">{number.format(total)}</span>
        </li>
      )}
    </ul>
  )
}

const percent = (share: number) => `${share.toFixed(1)}%`

import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'

type ProgressMeterProps = {
  /** 0 to 100. */
  value: number
  label: string
  shape?: 'ring' | 'bar'
  tone?: 'brand' | 'warn' | 'bad'
  /** Beside a ring or below a bar: a trend, a sentence. */
  children?: ReactNode
}

const RADIUS = 42
const ROUND = 2 * Math.PI * RADIUS

/** A score out of 100, as a picture with its number in words. */
export function ProgressMeter({
  value,
  label,
  shape = 'ring',
  tone = 'brand',
  children,
}: ProgressMeterProps) {
  const score = Math.round(Math.min(100, Math.max(0, value)))
  const name = m.ui_score_of_100({ label, score })
  if (shape === 'bar')
    return (
      <div className="meter meter--bar">
        <div className="meter-head">
          <span>{label}</span>
          <span className="meter-value">{score}</span>
        </div>
        <svg className="meter-bar" role="img" aria-label={name}>
          <rect className="fill-track" width="100%" height="100%" />
          <rect className={`fill-${tone}`} width={`${score}%`} height="100%" rx="6" />
        </svg>
        {children}
      </div>
    )
  return (
    <div className="meter">
      <svg className="meter-ring" viewBox="0 0 100 100" role="img" aria-label={name}>
        <circle className="stroke-track" cx="50" cy="50" r={RADIUS} fill="none" strokeWidth="10" />
        <circle
          className={`stroke-${tone}`}
          cx="50"
          cy="50"
          r={RADIUS}
          fill="none"
          strokeWidth="10"
          strokeLinecap={score > 0 ? 'round' : 'butt'}
          strokeDasharray={`${((score / 100) * ROUND).toFixed(1)} ${ROUND.toFixed(1)}`}
          transform="rotate(-90 50 50)"
        />
        <text x="50" y="59" textAnchor="middle" aria-hidden="true">
          {score}
        </text>
      </svg>
      {children ? <div>{children}</div> : null}
    </div>
  )
}

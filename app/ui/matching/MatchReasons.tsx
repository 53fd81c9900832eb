import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import { ScoreBars } from '#app/ui/ScoreBars.tsx'

export type Reason = {
  constraint: string
  label: string
  met: boolean
  summary: string
  details: readonly string[]
}
export type TakenApart = { total: number; terms: readonly { label: string; points: number; max: number }[] }

/** Why a person and an opening fit: what each constraint says, and where the points come from. */
export function MatchReasons({ reasons, score }: { reasons: readonly Reason[]; score: TakenApart }) {
  return (
    <div className="match-reasons">
      <ReasonList reasons={reasons} />
      <ScoreBars label={m.desk_match_score_parts()} terms={score.terms} total={score.total} />
    </div>
  )
}

/** Constraint by constraint: met or not, and by what. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul className="reason-list">
      {reasons.map(({ constraint, label, met, summary, details }) => (
        <li key={constraint} data-met={met}>
          <Icon name={met ? 'check' : 'close'} />
          <div>
            <strong>{label}</strong>
            <span className="visually-hidden"> ({met ? m.desk_match_met() : m.desk_match_blocked()})</span>
            <span>{summary}</span>
            {details.length > 0 ? (
              <ul>
                {details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}

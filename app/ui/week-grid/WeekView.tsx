import { fromBits, halfHoursOf, toBits, weekdays, without } from '#app/domain/matching/week.ts'
import { m } from '#app/locales/generated/messages.js'
import { getLocale } from '#app/locales/generated/runtime.js'
import type { MaskBits } from '#app/ui/week-grid/mask-fields.ts'
import { runsOf, type SlotState } from '#app/ui/week-grid/week-runs.ts'
import {
  capital,
  dayName,
  daysText,
  groupedDays,
  isFullWeek,
  rangesText,
  weekText,
} from '#app/ui/week-grid/week-words.ts'

const [LEFT, TOP, SLOT, ROW] = [28, 14, 4.4, 12]
const WIDTH = LEFT + 48 * SLOT
const HEIGHT = TOP + 7 * ROW

const STATE_LABELS: Record<SlotState, () => string> = {
  both: m.ui_week_key_both,
  have: m.ui_week_key_have,
  need: m.ui_week_key_need,
}

type WeekViewProps = {
  mask: MaskBits
  /** Hours that an opening asks for, drawn against `mask`. */
  need?: MaskBits
  /** The words without the picture, for lists. */
  textOnly?: boolean
}

/** A week to read: the hours in words, and the same drawn small. */
export function WeekView({ mask, need, textOnly }: WeekViewProps) {
  const locale = getLocale()
  const runs = runsOf(mask, need)
  const missing = need ? weekText(toBits(without(fromBits(need), fromBits(mask))), locale) : ''
  const states = (['both', 'have', 'need'] as const).filter((state) =>
    runs.some((run) => run.state === state),
  )
  return (
    <div className="week-view">
      <div>
        <WeekWords mask={mask} locale={locale} />
        {missing ? <p className="small muted">{m.ui_week_missing({ hours: missing })}</p> : null}
      </div>
      {textOnly || halfHoursOf(fromBits(need ?? mask)) === 0 ? null : (
        <div>
          <svg className="week-mini" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
            {[0, 6, 12, 18, 24].map((hour) => (
              <text key={hour} x={LEFT + hour * 2 * SLOT} y="9" textAnchor={hour === 24 ? 'end' : 'middle'}>
                {hour}
              </text>
            ))}
            {weekdays.map((day) => (
              <g key={day}>
                <text x="0" y={TOP + day * ROW + 9}>
                  {capital(dayName(day, locale, 'short'))}
                </text>
                <rect
                  className="fill-track"
                  x={LEFT}
                  y={TOP + day * ROW + 1}
                  width={48 * SLOT}
                  height={ROW - 2}
                />
              </g>
            ))}
            {runs.map(({ day, from, to, state }) => (
              <rect
                key={`${day}-${from}`}
                className={`slot-${state}`}
                x={LEFT + from * SLOT}
                y={TOP + day * ROW + 1}
                width={(to - from) * SLOT}
                height={ROW - 2}
                rx="1.5"
              />
            ))}
          </svg>
          {need ? (
            <ul className="week-key">
              {states.map((state) => (
                <li key={state}>
                  <svg className="week-mini" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                    <rect className={`slot-${state}`} x="1" y="1" width="10" height="10" rx="2" />
                  </svg>
                  {STATE_LABELS[state]()}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
    </div>
  )
}

function WeekWords({ mask, locale }: { mask: MaskBits; locale: string }) {
  const groups = groupedDays(mask)
  if (isFullWeek(mask)) return <p className="week-text">{m.ui_week_always()}</p>
  if (groups.length === 0) return <p className="week-text">{m.ui_week_empty()}</p>
  return (
    <ul className="week-text">
      {groups.map(({ days, ranges }) => (
        <li key={days.join()}>
          <strong>{daysText(days, locale)}</strong> {rangesText(ranges)}
        </li>
      ))}
    </ul>
  )
}

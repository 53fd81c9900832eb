import { clockOf, weekdays } from '#app/domain/matching/week.ts'
import { m } from '#app/locales/generated/messages.js'
import { getLocale } from '#app/locales/generated/runtime.js'
import { typedRanges, weekFields, type MaskBits, type TypedRange } from '#app/ui/week-grid/mask-fields.ts'
import { capital, clockText, dayName } from '#app/ui/week-grid/week-words.ts'

type WeekRangesProps = {
  name: string
  id: string
  bits: MaskBits
  typed?: TypedRange[][]
  incompleteDays?: number[]
}

/** The week as from-to pairs, day by day: quicker on a phone and with a screen reader than a hundred cells. */
export function WeekRanges({
  name,
  id,
  bits,
  typed = typedRanges(bits),
  incompleteDays = [],
}: WeekRangesProps) {
  const locale = getLocale()
  const fields = weekFields(name)
  return (
    <div className="week-days">
      {weekdays.map((day) => {
        const rows = typed[day] ?? []
        // One pair more than there is, and two at least: a split shift is common.
        const shown = Math.max(2, rows.length + 1)
        return (
          <fieldset key={day}>
            <legend>{capital(dayName(day, locale))}</legend>
            {incompleteDays.includes(day) ? <p className="field-error">{m.ui_week_incomplete()}</p> : null}
            {Array.from({ length: shown }, (_, row) => (
              <div key={row} className="week-range">
                <ClockSelect
                  id={day === 0 && row === 0 ? id : `${id}-${day}-${row}-from`}
                  name={fields.from(day, row)}
                  label={row === 0 ? m.ui_week_from() : m.ui_week_and_from()}
                  value={rows[row]?.from}
                  last={47}
                />
                <ClockSelect
                  id={`${id}-${day}-${row}-to`}
                  name={fields.to(day, row)}
                  label={m.ui_week_to()}
                  value={rows[row]?.to}
                  last={48}
                />
              </div>
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}

type ClockSelectProps = { id: string; name: string; label: string; value?: string; last: number }

function ClockSelect({ id, name, label, value = '', last }: ClockSelectProps) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value} className="form-select">
        <option value="">–</option>
        {Array.from({ length: last + 1 }, (_, halfHour) => (
          <option key={halfHour} value={clockOf(halfHour)}>
            {clockText(halfHour)}
          </option>
        ))}
      </select>
    </div>
  )
}

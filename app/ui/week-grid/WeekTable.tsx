import { Fragment } from 'react'
import { HALF_HOURS_A_DAY, weekdays } from '#app/domain/matching/week.ts'
import { getLocale } from '#app/locales/generated/runtime.js'
import { classNames } from '#app/ui/class-names.ts'
import { cellValue, splitsHour, type MaskBits } from '#app/ui/week-grid/mask-fields.ts'
import { capital, clockText, dayName } from '#app/ui/week-grid/week-words.ts'

type WeekTableProps = {
  name: string
  bits: MaskBits
  caption: string
  hours: readonly number[]
  /** Two rows an hour everywhere; otherwise only where an hour is taken by half, so that no half is lost. */
  halves: boolean
}

/** Days across, hours down; every cell is a real checkbox with the day and the time as its name. */
export function WeekTable({ name, bits, caption, hours, halves }: WeekTableProps) {
  const locale = getLocale()
  return (
    <table className={classNames('week-table', halves && 'week-table--halves')}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          {weekdays.map((day) => (
            <th key={day} scope="col">
              <span aria-hidden="true">{capital(dayName(day, locale, 'short'))}</span>
              <span className="visually-hidden">{dayName(day, locale)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => {
          const split = halves || weekdays.some((day) => splitsHour(bits, day, hour))
          return (
            <Fragment key={hour}>
              {(split ? ([0, 1] as const) : [undefined]).map((half) => (
                <WeekRow key={half ?? 'hour'} {...{ name, bits, hour, half, locale }} />
              ))}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

type WeekRowProps = { name: string; bits: MaskBits; hour: number; half?: 0 | 1; locale: string }

function WeekRow({ name, bits, hour, half, locale }: WeekRowProps) {
  const from = hour * 2 + (half ?? 0)
  const to = from + (half === undefined ? 2 : 1)
  const span = `${clockText(from)}–${clockText(to)}`
  return (
    <tr className={half === 1 ? 'half-row' : undefined}>
      <th scope="row">{clockText(from)}</th>
      {weekdays.map((day) => (
        <td key={day}>
          <input
            type="checkbox"
            className="week-cell"
            name={name}
            value={cellValue(day, hour, half)}
            defaultChecked={bits[day * HALF_HOURS_A_DAY + from] === '1'}
            aria-label={`${dayName(day, locale)} ${span}`}
          />
        </td>
      ))}
    </tr>
  )
}

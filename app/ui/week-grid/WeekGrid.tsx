import { useRef, useState, type ReactNode } from 'react'
import { fromBits, hoursOf, type WeekPreset } from '#app/domain/matching/week.ts'
import { m } from '#app/locales/generated/messages.js'
import { getLocale } from '#app/locales/generated/runtime.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { describedBy, firstError, type FieldErrors } from '#app/ui/forms/described-by.ts'
import { FieldError, FieldHint } from '#app/ui/forms/FieldNotes.tsx'
import type { PostedWeek } from '#app/ui/week-grid/fold-week-grid.ts'
import { weekFields } from '#app/ui/week-grid/mask-fields.ts'
import { useWeekPainting } from '#app/ui/week-grid/WeekGrid.client-enhance.ts'
import { WeekRanges } from '#app/ui/week-grid/WeekRanges.tsx'
import { WeekTable } from '#app/ui/week-grid/WeekTable.tsx'
import { WeekTools } from '#app/ui/week-grid/WeekTools.tsx'

const hours = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
const DAY_HOURS = hours(6, 24)
const NIGHT_HOURS = hours(0, 6)

export type WeekGridProps = {
  /** Posted as this field and others that begin with `name_`; read them with `foldWeekGrid`. */
  name: string
  legend: ReactNode
  hint?: ReactNode
  error?: FieldErrors
  /** What `foldWeekGrid` answered, or just the mask to begin with. */
  week: Pick<PostedWeek, 'mask'> & Partial<PostedWeek>
  presets?: readonly WeekPreset[]
  /** `name` and `value` of the form's main button, where it has them. */
  intent?: { name: string; value: string }
  id?: string
}

/** A week of half-hours in a form. Without a script its buttons ask the server; with one, cells can be painted. */
export function WeekGrid({ name, legend, hint, week, presets, id = name, ...props }: WeekGridProps) {
  const { mask, entry = 'grid', halves = false } = week
  const error = firstError(props.error)
  const described = describedBy(id, { hint, error })['aria-describedby']
  const fields = weekFields(name)
  // Fields keep their own state: a new week from the server needs new ones.
  const shown = `${mask}${entry}${halves}`
  return (
    <fieldset className="week" id={id} tabIndex={-1} aria-describedby={described}>
      <legend>{legend}</legend>
      {/* Enter in a text field presses the form's first button: this one, not a preset. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" {...props.intent} />
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id} error={error} />
      <input type="hidden" name={fields.entry} value={entry} />
      {halves ? <input type="hidden" name={fields.halves} value="1" /> : null}
      {entry === 'grid' ? (
        <WeekCells
          key={shown}
          {...{ name, mask, halves }}
          tools={<WeekTools {...{ name, entry, halves, presets }} />}
        />
      ) : (
        <>
          <WeekTools {...{ name, entry, halves, presets }} />
          <p className="form-text">{m.ui_week_night_hint()}</p>
          <WeekRanges
            key={shown}
            id={`${id}-0`}
            {...{ name, bits: mask, typed: week.typed, incompleteDays: week.incompleteDays }}
          />
        </>
      )}
    </fieldset>
  )
}

type WeekCellsProps = { name: string; mask: string; halves: boolean; tools: ReactNode }

function WeekCells({ name, mask, halves, tools }: WeekCellsProps) {
  const root = useRef<HTMLDivElement>(null)
  const [taken, setTaken] = useState(() => hoursOf(fromBits(mask)))
  useWeekPainting(root, name, setTaken)
  const night = NIGHT_HOURS.some((hour) => [0, 1, 2, 3, 4, 5, 6].some((day) => hasHour(mask, day, hour)))
  return (
    <div ref={root} className="week-cells">
      {tools}
      <output className="week-total">
        {m.ui_week_total({ hours: new Intl.NumberFormat(getLocale()).format(taken) })}
      </output>
      <p className="form-text week-keys">{m.ui_week_keys()}</p>
      <div className="week-frame">
        <WeekTable {...{ name, bits: mask, halves }} caption={m.ui_week_day_caption()} hours={DAY_HOURS} />
        <Disclosure summary={m.ui_week_night()} open={night}>
          <WeekTable {...{ name, bits: mask, halves }} caption={m.ui_week_night()} hours={NIGHT_HOURS} />
        </Disclosure>
      </div>
    </div>
  )
}

const hasHour = (bits: string, day: number, hour: number): boolean =>
  bits.slice(day * 48 + hour * 2, day * 48 + hour * 2 + 2).includes('1')

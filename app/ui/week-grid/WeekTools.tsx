import { weekPresets, type WeekPreset } from '#app/domain/matching/week.ts'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'
import { weekFields, type WeekEntry } from '#app/ui/week-grid/mask-fields.ts'
import { commonPresets, presetLabel } from '#app/ui/week-grid/preset-label.ts'

type WeekToolsProps = { name: string; entry: WeekEntry; halves: boolean; presets?: readonly WeekPreset[] }

/** The grid's own buttons. Each submits the form with what is ticked so far; the server shows it again, changed. */
export function WeekTools({ name, entry, halves, presets = commonPresets }: WeekToolsProps) {
  const others = (Object.keys(weekPresets) as WeekPreset[]).filter((preset) => !presets.includes(preset))
  const presetButton = (preset: WeekPreset) => (
    <WeekButton key={preset} name={name} press={`preset:${preset}`} icon="plus">
      {presetLabel(preset)}
    </WeekButton>
  )
  return (
    <>
      <div className="week-tools" role="group" aria-label={m.ui_week_presets()}>
        <span aria-hidden="true">{m.ui_week_presets()}</span>
        {presets.map(presetButton)}
        <Disclosure summary={m.ui_week_more_presets()}>
          <div>{others.map(presetButton)}</div>
        </Disclosure>
      </div>
      <div className="week-tools" role="group" aria-label={m.ui_week_tools()}>
        <WeekButton name={name} press="copy">
          {m.ui_week_copy_monday()}
        </WeekButton>
        <WeekButton name={name} press="clear" icon="close">
          {m.ui_week_clear()}
        </WeekButton>
        {entry === 'grid' ? (
          <>
            <WeekButton name={name} press={halves ? 'halves:off' : 'halves:on'} icon="clock">
              {halves ? m.ui_week_halves_off() : m.ui_week_halves_on()}
            </WeekButton>
            <WeekButton name={name} press="entry:ranges" icon="queue">
              {m.ui_week_as_ranges()}
            </WeekButton>
          </>
        ) : (
          <WeekButton name={name} press="entry:grid" icon="calendar">
            {m.ui_week_as_grid()}
          </WeekButton>
        )}
      </div>
    </>
  )
}

type WeekButtonProps = { name: string; press: string; icon?: IconName; children: string }

function WeekButton({ name, press, icon, children }: WeekButtonProps) {
  return (
    <button type="submit" name={weekFields(name).press} value={press} formNoValidate className="chip">
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

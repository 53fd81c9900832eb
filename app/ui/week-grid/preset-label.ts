import { toBits, weekPresets, type WeekPreset } from '#app/domain/matching/week.ts'
import { m } from '#app/locales/generated/messages.js'
import { getLocale } from '#app/locales/generated/runtime.js'
import { weekText } from '#app/ui/week-grid/week-words.ts'

/** Shifts shown at once; the others of `weekPresets` wait behind "more". */
export const commonPresets: readonly WeekPreset[] = [
  'mon_fri_8_12',
  'mon_fri_14_18',
  'mon_fri_8_17_break',
  'mon_fri_9_18_break',
  'nights_22_6',
  'weekend_8_16',
]

/** What a preset says on its button: its hours, shortened, save where a name is clearer than the hours. */
export function presetLabel(preset: WeekPreset): string {
  if (preset === 'always') return m.ui_week_always()
  if (preset === 'three_shifts') return m.ui_week_three_shifts()
  return weekText(toBits(weekPresets[preset]), getLocale()).replaceAll(':00', '')
}

import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { addWorkingDays } from '#app/domain/calendar/working-days.server.ts'
import { readRef } from '#app/domain/day/day-line.ts'
import { now } from '#app/platform/clock.server.ts'
import type { DayLineView, DayPanelView } from '#app/ui/day/day-view.ts'

const ACTS: Record<string, DayPanelView['act']> = { rimanda: 'postpone', passa: 'hand_on', salta: 'skip' }

/** The form that the address asks for, `?fai=rimanda&item=task:<id>`, or null. */
export function panelView(url: URL, lines: readonly DayLineView[], back: string): DayPanelView | null {
  const act = ACTS[url.searchParams.get('fai') ?? '']
  const refs = [...new Set(url.searchParams.getAll('item'))].filter((text) => readRef(text) !== null)
  if (!act || refs.length === 0) return null
  // New matches are named by a moment, another one on each page.
  const kind = refs[0]?.split(':')[0]
  const named = ({ ref }: DayLineView) => ref === refs[0] || (kind === 'match' && ref.startsWith('match:'))
  const only = refs.length === 1 ? lines.find(named) : undefined
  // Later than today, and than the days on which the lines stand now.
  const days = lines.filter(({ ref }) => refs.includes(ref)).map(({ day }) => day)
  const latest = [localDate(now()), ...days].sort().at(-1) ?? localDate(now())
  return {
    ...{ act, refs, back },
    title: only ? [only.title, only.company?.label].filter(Boolean).join(' · ') : null,
    from: addDays(latest, 1),
    suggested: addWorkingDays(latest, 1),
  }
}

import type { ReactNode } from 'react'
import type { OpeningShift } from '#app/domain/openings/opening-facts.ts'
import type { OpeningLabels, OpeningView } from '#app/domain/openings/opening-view.ts'
import { openingSteps, type OpeningStep } from '#app/domain/openings/steps.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList, type Definition } from '#app/ui/DefinitionList.tsx'
import {
  italianSpoken,
  italianWords,
  italianWritten,
  kindLabels,
  levelLabels,
  needLabel,
  offerLabels,
  payLabels,
} from '#app/ui/openings/opening-words.ts'
import { stepTitles } from '#app/ui/openings/step-titles.ts'
import { WeekView } from '#app/ui/week-grid/WeekView.tsx'
import { formatDate, formatMoney } from '#app/web/format.ts'

type OpeningSummaryProps = {
  opening: OpeningView
  labels: OpeningLabels
  /** What stands beside the title of each part, such as a link to edit it. */
  aside?: (step: OpeningStep) => ReactNode
}

/** Everything an opening says, part by part as it was written. A gap shows a dash. */
export function OpeningSummary({ opening, labels, aside }: OpeningSummaryProps) {
  const parts: Record<OpeningStep, Definition[]> = {
    1: whatOf(opening, labels),
    2: [{ term: m.openings_skills(), value: <Skills opening={opening} labels={labels} /> }],
    3: whenWhereOf(opening, labels),
    4: conditionsOf(opening, labels),
  }
  return (
    <div className="stack">
      {openingSteps.map((step) => (
        <Card key={step} as="section" title={stepTitles[step]()} aside={aside?.(step)}>
          <DefinitionList items={parts[step]} />
        </Card>
      ))}
    </div>
  )
}

const whatOf = ({ kind, tasks }: OpeningView, { profession }: OpeningLabels): Definition[] => [
  { term: m.openings_kind(), value: kind && kindLabels[kind]() },
  { term: m.openings_profession(), value: profession },
  { term: m.openings_tasks(), value: tasks ? <Lines text={tasks} /> : null },
]

function Lines({ text }: { text: string }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => <p key={index}>{line}</p>)
}

function Skills({ opening: { skills, stepsDone }, labels }: Pick<OpeningSummaryProps, 'opening' | 'labels'>) {
  if (skills.length === 0) return stepsDone < 2 ? '–' : m.openings_no_skills()
  return (
    <ul className="plain-list">
      {skills.map((skill) => (
        <li key={skill.code}>
          {labels.skills[skill.code]}{' '}
          <span className="muted">
            · {needLabel(skill)}, {levelLabels[skill.level]?.().toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Shifts({ shifts }: { shifts: readonly OpeningShift[] }) {
  return (
    <ul className="plain-list stack">
      {shifts.map(({ kind, mask, hoursPerWeek }, index) => (
        <li key={`${index}${mask}`}>
          {shifts.length > 1 ? <strong>{m.openings_shift_number({ number: index + 1 })} </strong> : null}
          {kind === 'flexible'
            ? m.openings_shift_flexible_of({ hours: hoursPerWeek ?? 0 })
            : m.openings_shift_fixed()}
          <WeekView mask={mask} />
        </li>
      ))}
    </ul>
  )
}

const whenWhereOf = (opening: OpeningView, { place }: OpeningLabels): Definition[] => [
  { term: m.openings_hours(), value: opening.shifts.length > 0 ? <Shifts shifts={opening.shifts} /> : null },
  { term: m.openings_hours_per_week(), value: opening.hoursPerWeek },
  { term: m.openings_place(), value: place },
  { term: m.openings_licences(), value: licencesOf(opening) },
  { term: m.openings_start(), value: startOf(opening) },
  {
    term: m.openings_duration(),
    value: opening.durationMonths && m.openings_months({ months: opening.durationMonths }),
  },
  { term: m.openings_places(), value: opening.places },
]

function licencesOf({ licences, needsVehicle }: OpeningView): string {
  const asked = [...licences, ...(needsVehicle ? [m.openings_own_vehicle()] : [])]
  return asked.length > 0 ? asked.join(', ') : m.openings_none_asked()
}

function startOf({ startFrom, startLatest }: OpeningView): string | null {
  if (!startFrom && !startLatest) return null
  const [from, latest] = [startFrom, startLatest].map((day) => (day ? formatDate(day) : '–'))
  return m.openings_start_between({ from: from ?? '–', latest: latest ?? '–' })
}

function conditionsOf(opening: OpeningView, labels: OpeningLabels): Definition[] {
  const seen = opening.stepsDone >= 4
  const list = (items: readonly string[], none: string) => {
    if (items.length > 0) return items.join(', ')
    return seen ? none : null
  }
  return [
    { term: m.openings_spoken(), value: seen ? italianWords(italianSpoken, opening.italianSpoken) : null },
    { term: m.openings_written(), value: seen ? italianWords(italianWritten, opening.italianWritten) : null },
    {
      term: payLabels[opening.kind ?? 'job'](),
      value: opening.payMonthlyCents === null ? null : formatMoney(opening.payMonthlyCents),
    },
    { term: m.openings_demands(), value: list(labels.demands, m.openings_none_asked()) },
    {
      term: m.openings_offers(),
      value: list(
        opening.offers.map((offer) => offerLabels[offer]()),
        m.openings_none_offered(),
      ),
    },
    { term: m.openings_teaches(), value: list(labels.teaches, '–') },
  ]
}

import { m } from '#app/locales/generated/messages.js'

export type Figures = { daysToFill: number | null; monthsRetained: number | null }

/** The two figures that a firm looks for first; nothing where neither is known. */
export function StoryFigures({ daysToFill, monthsRetained }: Figures) {
  const known = [
    {
      label: m.stories_days_label(),
      value: daysToFill === null ? null : m.stories_days({ count: daysToFill }),
    },
    {
      label: m.stories_months_label(),
      value: monthsRetained === null ? null : m.stories_months({ count: monthsRetained }),
    },
  ].filter(({ value }) => value !== null)
  if (known.length === 0) return null
  return (
    <dl className="story-figures" aria-label={m.stories_figures()}>
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

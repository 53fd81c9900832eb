import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import { MarkedText } from '#app/ui/search/MarkedText.tsx'
import { correctionsIn, countOf, kindIcons, kindTitles, searchAddress } from '#app/ui/search/search-words.ts'
import type { Found, SearchView } from '#app/ui/search/search-view.ts'

/** What the arrows move through, in the order shown: everything found, then the way to all of it. */
export const optionsOf = (view: SearchView): string[] => [
  ...view.groups.flatMap(({ results }) => results.map(({ to }) => to)),
  ...(view.total > 0 ? [searchAddress(view.text)] : []),
]

type PanelProps = {
  id: string
  view: SearchView
  /** The position of the option that Enter would take, or -1. */
  active: number
  onChosen: () => void
}

/** The list under the box: what was found, by kind. */
export function SearchPanel({ id, view, active, onChosen }: PanelProps) {
  const corrected = correctionsIn(view)
  let position = -1
  const option = (to: string, className: string) => {
    position += 1
    return {
      ...{ to, className, onClick: onChosen, role: 'option', id: `${id}-${position}`, tabIndex: -1 },
      'aria-selected': position === active,
    }
  }
  const row = ({ to, title, detail }: Found) => (
    <Link key={to} {...option(to, 'search-option')}>
      <span>
        <MarkedText pieces={title} />
      </span>
      {detail ? <span className="muted small">{detail}</span> : null}
    </Link>
  )
  return (
    // The box keeps the focus while a mouse chooses.
    <div className="search-panel" onMouseDown={(event) => event.preventDefault()}>
      {corrected ? <p className="muted small">{corrected}</p> : null}
      {view.partial ? <p className="muted small">{m.search_partial()}</p> : null}
      {view.total === 0 ? <p>{m.search_none_hint_short()}</p> : null}
      <div role="listbox" id={id} aria-label={m.search_results()}>
        {view.groups.map(({ kind, results }) => (
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
            <p className="search-kind" id={`${id}-${kind}`} role="presentation">
              <Icon name={kindIcons[kind]} />
              {kindTitles[kind]()}
            </p>
            {results.map(row)}
          </div>
        ))}
        {view.total > 0 ? (
          <Link {...option(searchAddress(view.text), 'search-option search-option--all')}>
            {m.search_see_all()} ({countOf(view.total)})
          </Link>
        ) : null}
      </div>
    </div>
  )
}

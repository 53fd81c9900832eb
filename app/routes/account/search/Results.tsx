import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import { MarkedText } from '#app/ui/search/MarkedText.tsx'
import { kindIcons, kindTitles, searchAddress } from '#app/ui/search/search-words.ts'
import type { FoundGroup } from '#app/ui/search/search-view.ts'

/** What was found of one kind, with the way to the rest of it. */
export function Results({ group, text, alone }: { group: FoundGroup; text: string; alone: boolean }) {
  const { kind, total, results } = group
  const title = kindTitles[kind]()
  return (
    <section className="search-group" aria-labelledby={`trovati-${kind}`}>
      <h2 id={`trovati-${kind}`}>
        <Icon name={kindIcons[kind]} />
        {title}
      </h2>
      <ul className="plain-list">
        {results.map(({ to, title: name, detail }) => (
          <li key={to}>
            <Link to={to} className="search-option">
              <span>
                <MarkedText pieces={name} />
              </span>
              {detail ? <span className="muted small">{detail}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
      {!alone && total > results.length ? (
        <p>
          <Link to={searchAddress(text, kind)}>{m.search_see_all_of({ kind: title, total })}</Link>
        </p>
      ) : null}
    </section>
  )
}

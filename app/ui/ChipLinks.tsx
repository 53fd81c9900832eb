import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'

export type ChipLink = { label: string; to: string; on: boolean; count: number }

type ChipLinksProps = { chips: readonly ChipLink[]; countText: (count: number) => string }

/** What a list can be narrowed to, as links: each says how many it leaves, and whether it is on. */
export function ChipLinks({ chips, countText }: ChipLinksProps) {
  return (
    <ul className="chip-row">
      {chips.map(({ label, to, on, count }) => (
        <li key={label}>
          <Link to={to} preventScrollReset className="chip" aria-current={on ? 'true' : undefined}>
            {label}
            <span className="nav-count" aria-hidden="true">
              {count}
            </span>
            <span className="visually-hidden">
              {countText(count)}
              {on ? `, ${m.reviews_filter_on()}` : ''}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

import { Link } from '@remix-run/react'

export type TabLink = { key: string; to: string; label: string; count?: number }

/** Views of one page, each with its address: links, so that they work and can be kept without a script. */
export function TabLinks({
  label,
  tabs,
  current,
}: {
  label: string
  tabs: readonly TabLink[]
  current: string
}) {
  return (
    <nav className="tab-links" aria-label={label}>
      <ul>
        {tabs.map(({ key, to, label: name, count }) => (
          <li key={key}>
            <Link to={to} preventScrollReset aria-current={key === current ? 'true' : undefined}>
              {name}
              {count === undefined ? null : <span className="nav-count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

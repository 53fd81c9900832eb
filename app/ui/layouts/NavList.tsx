import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import { currentOn, type NavItem } from '#app/ui/layouts/nav-item.ts'

export type NavCounts = Readonly<Record<string, number>>

type NavListProps = { items: readonly NavItem[]; path: string; counts?: NavCounts; icons?: boolean }

/** The links of a navigation; the current one says so, and what waits behind one is counted beside it. */
export function NavList({ items, path, counts = {}, icons }: NavListProps) {
  return (
    <ul className="nav-list">
      {items.map((item) => (
        <li key={item.to}>
          <Link className="nav-item" to={item.to} aria-current={currentOn(path, item)}>
            {icons ? <Icon name={item.icon} /> : null}
            {item.label}
            {counts[item.to] ? (
              <span className="nav-count">
                {counts[item.to]}
                <span className="visually-hidden"> {m.ui_nav_waiting()}</span>
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'

export type Crumb = { label: string; to?: string }

/** The way back up. The last crumb is the current page and needs no `to`. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label={m.ui_breadcrumbs()}>
      <ol className="breadcrumb">
        {items.map(({ label, to }, index) =>
          to && index < items.length - 1 ? (
            <li key={label} className="breadcrumb-item">
              <Link to={to}>{label}</Link>
            </li>
          ) : (
            <li key={label} className="breadcrumb-item active" aria-current="page">
              {label}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

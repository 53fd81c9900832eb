import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import type { RankingView } from './ranking-view.server.ts'

type Chip = RankingView['filters'][number]

/** What the list can be narrowed to, as links: each says how many people it leaves. */
export function FilterChips({ ranking }: { ranking: RankingView }) {
  const { filters, aside, narrowed, shown, total } = ranking
  return (
    <nav className="stack stack--tight" aria-label={m.reviews_filters()}>
      <ChipRow chips={filters} />
      {aside.length > 0 ? <ChipRow chips={aside} /> : null}
      <p role="status" className="muted">
        {m.reviews_shown({ count: shown, total })}{' '}
        {narrowed ? (
          <Link to="?" preventScrollReset>
            {m.reviews_all()}
          </Link>
        ) : null}
      </p>
    </nav>
  )
}

function ChipRow({ chips }: { chips: readonly Chip[] }) {
  return (
    <ul className="chip-row">
      {chips.map(({ label, on, to, leaves }) => (
        <li key={label}>
          <Link to={to} preventScrollReset className="chip" aria-current={on ? 'true' : undefined}>
            {label}
            <span className="nav-count" aria-hidden="true">
              {leaves}
            </span>
            <span className="visually-hidden">
              {m.reviews_filter_leaves({ count: leaves })}
              {on ? `, ${m.reviews_filter_on()}` : ''}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

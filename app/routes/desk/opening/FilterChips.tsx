import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ChipLinks } from '#app/ui/ChipLinks.tsx'
import type { RankingView } from './ranking-view.server.ts'

const leaves = (count: number) => m.reviews_filter_leaves({ count })

/** What the ranking can be narrowed to, who was set aside, and how many are left now. */
export function FilterChips({ ranking }: { ranking: RankingView }) {
  const { filters, aside, narrowed, shown, total } = ranking
  return (
    <nav className="stack stack--tight" aria-label={m.reviews_filters()}>
      <ChipLinks chips={filters} countText={leaves} />
      {aside.length > 0 ? <ChipLinks chips={aside} countText={leaves} /> : null}
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

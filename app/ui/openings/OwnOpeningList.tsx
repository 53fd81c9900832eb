import type { OwnOpening, Verification } from '#app/domain/openings/opening-view.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'
import { OpeningStateTag } from '#app/ui/openings/OpeningStateTag.tsx'
import { formatDate } from '#app/web/format.ts'

export type OwnOpeningLine = OwnOpening & { profession: string | null; place: string | null }

type OwnOpeningListProps = { openings: readonly OwnOpeningLine[]; verification: Verification; level?: 2 | 3 }

/** A company's openings as cards, each with what to do about it now. */
export function OwnOpeningList({ openings, verification, level = 3 }: OwnOpeningListProps) {
  return (
    <ul className="card-grid">
      {openings.map((opening) => (
        <Card
          key={opening.id}
          as="li"
          level={level}
          title={opening.title}
          to={`/azienda/opportunita/${opening.id}`}
          eyebrow={opening.kind ? kindLabels[opening.kind]() : undefined}
          aside={<OpeningStateTag state={opening.state} />}
        >
          <p className="muted">{[opening.profession, opening.place].filter(Boolean).join(' · ')}</p>
          <p>
            <strong>{m.openings_next()}</strong> {nextFor(opening, verification)}
          </p>
        </Card>
      ))}
    </ul>
  )
}

/** What the company does now, in a sentence. */
function nextFor({ state, gaps, startLatest }: OwnOpeningLine, verification: Verification): string {
  switch (state) {
    case 'draft':
      return gaps.length > 0 ? m.openings_next_draft({ count: gaps.length }) : m.openings_next_post()
    case 'open':
      if (gaps.length > 0) return m.openings_next_overdue()
      if (verification !== 'verified') return m.openings_next_verification()
      return m.openings_next_open({ date: formatDate(startLatest ?? '') })
    case 'paused':
      return m.openings_next_paused()
    case 'closed':
      return m.openings_next_closed()
    default:
      return state satisfies never
  }
}

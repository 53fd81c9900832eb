import { Link } from '@remix-run/react'
import type { ReceivedCard } from '#app/domain/openings/opening-view.ts'
import { m } from '#app/locales/generated/messages.js'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'
import { formatDate } from '#app/web/format.ts'

/** `link` is the signed page of the card; null once it can't be read any more. */
export type ReceivedCardLine = ReceivedCard & { link: string | null }

const ANSWERS = {
  interested: m.company_card_interested,
  not_now: m.company_card_not_now,
  talk: m.company_card_talk,
}

function StateTag({ state, answer }: ReceivedCardLine) {
  if (state === 'sent') return <StatusTag tone="accent">{m.company_card_waiting()}</StatusTag>
  if (state === 'answered' && answer)
    return <StatusTag tone={answer === 'not_now' ? 'neutral' : 'ok'}>{ANSWERS[answer]()}</StatusTag>
  return <StatusTag tone="neutral">{m.company_card_over()}</StatusTag>
}

/** Cards that a company was sent, as a table: the opening, the week, the answer. */
export function ReceivedCardList({ cards }: { cards: readonly ReceivedCardLine[] }) {
  return (
    <Table
      caption={m.company_cards()}
      captionHidden
      rows={cards}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'opening',
          header: m.company_card_opening(),
          cell: ({ openingTitle, link }) =>
            link ? (
              <Link to={link}>{m.company_card_for({ opening: openingTitle })}</Link>
            ) : (
              m.company_card_for({ opening: openingTitle })
            ),
        },
        { key: 'week', header: m.company_card_week(), cell: ({ week }) => formatDate(week) },
        { key: 'state', header: m.company_card_state(), cell: (card) => <StateTag {...card} /> },
      ]}
    />
  )
}

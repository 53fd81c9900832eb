import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { CardFateTag } from '#app/ui/matching/CardFateTag.tsx'
import { Table, type Column } from '#app/ui/Table.tsx'
import type { FileView } from './file-view.server.ts'

type Proposal = FileView['proposals'][number]

/** What she was proposed for, and what the companies said. */
export function SentProposals({
  proposals,
  candidateId,
}: {
  proposals: readonly Proposal[]
  candidateId: string
}) {
  if (proposals.length === 0) return null
  const columns: Column<Proposal>[] = [
    {
      key: 'opening',
      header: m.desk_proposed_opening(),
      cell: ({ openingId, openingTitle, company }) => (
        <div>
          <Link to={`/lavoro/opportunita/${openingId}/proposta/${candidateId}`}>{openingTitle}</Link>
          <div className="small muted">{company}</div>
        </div>
      ),
    },
    { key: 'sent', header: m.desk_proposed_sent_on(), cell: ({ sentOn }) => sentOn, nowrap: true },
    {
      key: 'answer',
      header: m.desk_proposed_answer(),
      cell: ({ state, answer, placeable }) => (
        <div>
          <CardFateTag state={state} answer={answer} />
          {answer === 'interested' && placeable ? (
            <div>
              <Link to={`/lavoro/proposte/${placeable}/incontro`}>{m.stages_meeting()}</Link>
            </div>
          ) : null}
          {placeable ? (
            <div>
              <Link to={`/lavoro/proposte/${placeable}/inserimento`}>{m.relationship_placement()}</Link>
            </div>
          ) : null}
        </div>
      ),
    },
  ]
  return (
    <Table
      caption={m.desk_proposed_of_person()}
      columns={columns}
      rows={proposals}
      rowKey={({ openingId }) => openingId}
    />
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { CardFateTag } from '#app/ui/matching/CardFateTag.tsx'
import { Table, type Column } from '#app/ui/Table.tsx'
import type { OpeningToMatch } from './opening-view.server.ts'

type Proposal = OpeningToMatch['proposed'][number]

/** Who of one's own organisation was proposed for the opening, and what the company said. */
export function Proposed({ openingId, proposed }: { openingId: string; proposed: readonly Proposal[] }) {
  if (proposed.length === 0)
    return (
      <EmptyState
        icon="send"
        title={m.desk_proposed_none_title()}
        text={m.desk_proposed_none()}
        action={
          <ButtonLink to="?" variant="secondary">
            {m.desk_proposed_see_matches()}
          </ButtonLink>
        }
      />
    )
  const columns: Column<Proposal>[] = [
    {
      key: 'person',
      header: m.desk_person(),
      cell: ({ candidateId, code }) => (
        <Link to={`/lavoro/opportunita/${openingId}/proposta/${candidateId}`}>{code}</Link>
      ),
    },
    { key: 'sent', header: m.desk_proposed_sent_on(), cell: ({ sentOn }) => sentOn, nowrap: true },
    {
      key: 'fate',
      header: m.desk_proposed_answer(),
      cell: ({ state, answer, reason, placeable }) => (
        <div>
          <CardFateTag state={state} answer={answer} />
          {reason ? <div className="small muted">{reason}</div> : null}
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
    {
      key: 'answered',
      header: m.desk_proposed_answered_on(),
      cell: ({ answeredOn }) => answeredOn ?? '–',
      nowrap: true,
    },
  ]
  return (
    <Table
      caption={m.desk_match_tab_proposed()}
      captionHidden
      columns={columns}
      rows={proposed}
      rowKey={({ candidateId }) => candidateId}
    />
  )
}

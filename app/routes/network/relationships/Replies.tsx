import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import type { RelationshipsView } from '#app/web/network/relationships-view.server.ts'
import { NumbersTable } from './NumbersTable.tsx'
import { TableFile } from './TableFile.tsx'

type RepliesProps = Pick<RelationshipsView, 'replies' | 'from' | 'to'>

/** How companies answer proposals, by their stage, by who leads them, by where they are. */
export function Replies({ replies, from, to }: RepliesProps) {
  const table = (caption: string, header: string, rows: RelationshipsView['replies']['stages']) => (
    <NumbersTable
      caption={caption}
      header={header}
      rows={rows}
      numbers={[
        ['sent', m.relations_replies_sent()],
        ['inTime', m.relations_replies_in_time()],
        ['answered', m.relations_replies_answered()],
      ]}
    />
  )
  return (
    <section aria-labelledby="risposte">
      <h2 id="risposte">{m.relations_replies_title()}</h2>
      <p className="prose">{m.relations_replies_lead({ from, to })}</p>
      <p className="prose muted">{m.relations_replies_note()}</p>
      {replies.territories.length > 1 ? (
        <>
          {table(m.relations_replies_by_stage(), m.network_stage(), replies.stages)}
          {table(m.relations_replies_by_organisation(), m.network_organisation(), replies.organisations)}
          {table(m.relations_replies_by_territory(), m.relations_territory(), replies.territories)}
          <TableFile table="risposte" />
        </>
      ) : (
        <EmptyState
          icon="send"
          level={3}
          title={m.relations_replies_none_title()}
          text={m.relations_replies_none()}
        />
      )}
    </section>
  )
}

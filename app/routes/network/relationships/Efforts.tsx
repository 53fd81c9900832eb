import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import type { RelationshipsView } from '#app/web/network/relationships-view.server.ts'
import { NumbersTable } from './NumbersTable.tsx'
import { TableFile } from './TableFile.tsx'

type EffortsProps = Pick<RelationshipsView, 'efforts' | 'from' | 'to'>

/** The time that went into companies beside what came of it. */
export function Efforts({ efforts, from, to }: EffortsProps) {
  const table = (caption: string, header: string, rows: RelationshipsView['efforts']['stages']) => (
    <NumbersTable
      caption={caption}
      header={header}
      rows={rows}
      numbers={[
        ['time', m.network_time()],
        ['hosted', m.relations_effort_hosted()],
        ['hired', m.relations_effort_hired()],
        ['each', m.relations_effort_each()],
      ]}
    />
  )
  return (
    <section aria-labelledby="lavoro">
      <h2 id="lavoro">{m.relations_effort_title()}</h2>
      <p className="prose">{m.relations_effort_lead({ from, to })}</p>
      <p className="prose muted">{m.relations_effort_note()}</p>
      {efforts.organisations.length > 1 ? (
        <>
          {table(m.relations_effort_by_stage(), m.network_stage(), efforts.stages)}
          {table(m.relations_effort_by_organisation(), m.network_organisation(), efforts.organisations)}
          <TableFile table="lavoro" />
        </>
      ) : (
        <EmptyState
          icon="clock"
          level={3}
          title={m.relations_effort_none_title()}
          text={m.relations_effort_none()}
        />
      )}
    </section>
  )
}

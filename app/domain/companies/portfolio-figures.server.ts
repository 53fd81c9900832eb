import { sql } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { placementsCounted, type PlacementsCounted } from '../trust/placements-counted.server.ts'

/** What a company has open with the network, and what has come of it. Counts: nothing of any person. */
export type PortfolioFigures = PlacementsCounted & {
  openOpenings: number
  /** Next steps that colleagues noted by hand and nobody has settled. */
  promises: number
  /** Proposals that reached it and were not taken back, and how many of them it answered. */
  proposals: number
  answered: number
}

export const NO_FIGURES: PortfolioFigures = {
  ...{ openOpenings: 0, promises: 0, hosted: 0, hired: 0, proposals: 0, answered: 0 },
}

type Row = Omit<PortfolioFigures, keyof PlacementsCounted> & { id: CompanyId }

/** The figures of some companies, in as many statements as for one. */
export async function portfolioFigures(
  tx: Tx,
  companyIds: readonly CompanyId[],
  at: Date,
): Promise<Map<CompanyId, PortfolioFigures>> {
  if (companyIds.length === 0) return new Map()
  const placed = await placementsCounted(tx, companyIds, at)
  const ids = sql`${`{${companyIds.join(',')}}`}::uuid[]`
  const rows =
    await tx.execute<Row>(sql`select c.id, o.open as "openOpenings", f.promises, k.proposals, k.answered
    from unnest(${ids}) as c (id),
      lateral (select count(*)::int as open from ${openings}
        where ${openings.companyId} = c.id and ${openings.state} = 'open') o,
      lateral (select count(*)::int as promises from ${followUps}
        where ${followUps.companyId} = c.id and ${followUps.state} = 'planned' and ${followUps.ruleKey} is null
          and ${followUps.kind} = 'task') f,
      lateral (select count(*)::int as proposals, count(${cards.answeredAt})::int as answered
        from ${cards} where ${cards.companyId} = c.id
          and (${cards.state} <> 'withdrawn' or ${cards.answeredAt} is not null)) k`)
  return new Map(rows.map(({ id, ...figures }) => [id, { ...NO_FIGURES, ...placed.get(id), ...figures }]))
}

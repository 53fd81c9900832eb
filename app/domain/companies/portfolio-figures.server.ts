import { sql } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, placements } from '#db/schema/proposals.ts'
import { localDate } from '../calendar/rome.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** What a company has open with the network, and what has come of it. Counts: nothing of any person. */
export type PortfolioFigures = {
  openOpenings: number
  /** Next steps that colleagues noted by hand and nobody has settled. */
  promises: number
  /** Trainings, trials and internships that began there, and people hired. */
  hosted: number
  hired: number
  /** Proposals that reached it and were not taken back, and how many of them it answered. */
  proposals: number
  answered: number
}

export const NO_FIGURES: PortfolioFigures = {
  ...{ openOpenings: 0, promises: 0, hosted: 0, hired: 0, proposals: 0, answered: 0 },
}

type Row = PortfolioFigures & { id: CompanyId }

/**
 * The figures of some companies, in one statement. Placements are rows about persons that only their own organisation
 * reads: they are counted here and nothing else of them leaves.
 */
export async function portfolioFigures(
  tx: Tx,
  companyIds: readonly CompanyId[],
  at: Date,
): Promise<Map<CompanyId, PortfolioFigures>> {
  if (companyIds.length === 0) return new Map()
  const ids = sql`${`{${companyIds.join(',')}}`}::uuid[]`
  const today = localDate(at)
  const rows = await asOurselves(tx, () =>
    tx.execute<Row>(sql`select c.id, o.open as "openOpenings", f.promises, p.hosted, p.hired, k.proposals, k.answered
    from unnest(${ids}) as c (id),
      lateral (select count(*)::int as open from ${openings}
        where ${openings.companyId} = c.id and ${openings.state} = 'open') o,
      lateral (select count(*)::int as promises from ${followUps}
        where ${followUps.companyId} = c.id and ${followUps.state} = 'planned' and ${followUps.ruleKey} is null
          and ${followUps.kind} = 'task') f,
      lateral (select count(*) filter (where ${placements.kind} <> 'job')::int as hosted,
          count(*) filter (where ${placements.kind} = 'job' or ${placements.becameHire})::int as hired
        from ${placements} where ${placements.companyId} = c.id and ${placements.startsOn} <= ${today}) p,
      lateral (select count(*)::int as proposals, count(${cards.answeredAt})::int as answered
        from ${cards} where ${cards.companyId} = c.id
          and (${cards.state} <> 'withdrawn' or ${cards.answeredAt} is not null)) k`),
  )
  return new Map(rows.map(({ id, ...figures }) => [id, figures]))
}

import { desc, eq } from 'drizzle-orm'
import { matchSnapshots } from '#db/schema/snapshots.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import type { IsoDate } from '../calendar/rome.ts'
import { negotiable } from '../matching/constraints.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { SnapshotCount } from './match-tally.ts'
import { suppressTable, type Cell } from './suppress.ts'

/** How many there are, to how many nothing fits, and what alone stands between, in this order. */
export const measures = ['all', 'unmet', ...negotiable] as const

/** One row of a table, `all` for the network's; the cells are those of `measures`. */
export type UnmetRow = { key: string; cells: Cell[] }

/** One side of the network by one dimension; the last row is the whole network. */
export type UnmetTable = { rows: UnmetRow[] }

export type Unmet = {
  month: IsoDate
  demand: { area: UnmetTable; sector: UnmetTable }
  supply: { area: UnmetTable; sector: UnmetTable }
}

type Counts = readonly SnapshotCount[]

function tableOf(counts: Counts, side: SnapshotCount['side'], dimension: 'area' | 'sector'): UnmetTable {
  const ofSide = counts.filter((row) => row.side === side)
  const keys = [...new Set(ofSide.flatMap((row) => (row.dimension === dimension ? [row.key] : [])))]
  const line = (within: SnapshotCount['dimension'], key: string) =>
    measures.map(
      (measure) =>
        ofSide.find((row) => row.dimension === within && row.key === key && row.measure === measure)?.count ??
        0,
    )
  const lines = [
    ...keys.map((key) => ({ key, counts: line(dimension, key) })),
    { key: 'all', counts: line('network', 'all') },
  ]
  const shown = suppressTable(lines.map((one) => one.counts))
  return { rows: lines.map(({ key }, at) => ({ key, cells: shown[at] ?? [] })) }
}

/** The months that were frozen, the newest first. */
export async function frozenMonths(tx: Tx): Promise<IsoDate[]> {
  authorise(tx, 'network.read')
  const rows = await asOurselves(tx, () =>
    tx
      .selectDistinct({ month: matchSnapshots.month })
      .from(matchSnapshots)
      .orderBy(desc(matchSnapshots.month)),
  )
  return rows.map(({ month }) => month)
}

/**
 * A month's unmet demand and supply, for coordinators, who may read no row about a person: read as our own process,
 * rounded and suppressed before it leaves this function. Two dimensions at most, territory or sector by constraint.
 */
export async function readUnmet(tx: Tx, month: IsoDate): Promise<Unmet> {
  authorise(tx, 'network.read')
  await audit(tx, { action: 'network.unmet_read', subjectType: 'network' })
  const counts = await asOurselves(tx, () =>
    tx
      .select({
        side: matchSnapshots.side,
        dimension: matchSnapshots.dimension,
        key: matchSnapshots.key,
        measure: matchSnapshots.measure,
        count: matchSnapshots.count,
      })
      .from(matchSnapshots)
      .where(eq(matchSnapshots.month, month))
      .orderBy(matchSnapshots.key),
  )
  const side = (name: SnapshotCount['side']) => ({
    area: tableOf(counts, name, 'area'),
    sector: tableOf(counts, name, 'sector'),
  })
  return { month, demand: side('demand'), supply: side('supply') }
}

import { desc, eq } from 'drizzle-orm'
import { matchSnapshots } from '#db/schema/snapshots.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import type { IsoDate } from '../calendar/rome.ts'
import { negotiable } from '../matching/constraints.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { SnapshotCount } from './match-tally.ts'
import type { Cell } from './suppress.ts'
import { suppressBreakdowns } from './suppress-breakdowns.ts'

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

/** Both tables of a side, suppressed together: they break the same network down. Somebody may want several sectors. */
function sideOf(counts: Counts, side: SnapshotCount['side']): Unmet['demand'] {
  const ofSide = counts.filter((row) => row.side === side)
  const keysOf = (dimension: SnapshotCount['dimension']) => [
    ...new Set(ofSide.flatMap((row) => (row.dimension === dimension ? [row.key] : []))),
  ]
  const line = (within: SnapshotCount['dimension'], key: string) =>
    measures.map(
      (measure) =>
        ofSide.find((row) => row.dimension === within && row.key === key && row.measure === measure)?.count ??
        0,
    )
  const areas = keysOf('area')
  const sectors = keysOf('sector')
  const { whole, breakdowns } = suppressBreakdowns(line('network', 'all'), [
    { parts: areas.map((key) => line('area', key)) },
    { parts: sectors.map((key) => line('sector', key)), overlapping: side === 'supply' },
  ])
  const table = (keys: readonly string[], cells: Cell[][] = []): UnmetTable => ({
    rows: [...keys.map((key, at) => ({ key, cells: cells[at] ?? [] })), { key: 'all', cells: whole }],
  })
  return { area: table(areas, breakdowns[0]), sector: table(sectors, breakdowns[1]) }
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
  return { month, demand: sideOf(counts, 'demand'), supply: sideOf(counts, 'supply') }
}

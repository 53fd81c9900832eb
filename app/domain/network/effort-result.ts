import type { Cell } from './suppress.ts'
import { suppressBreakdowns } from './suppress-breakdowns.ts'

/** Minutes of work, and what began: placements that are no job, and hires. `key` null is the whole network. */
export type Effort = { key: string | null; minutes: number; hosted: number; hired: number }

/** As it may be shown; `minutesEach` is the time that stands behind each placement and hire, of the numbers shown. */
export type EffortResult = {
  key: string | null
  minutes: number
  hosted: Cell
  hired: Cell
  minutesEach: number | null
}

const counts = ({ hosted, hired }: Effort): number[] => [hosted, hired]

function resultOf({ key, minutes }: Effort, [hosted = 0, hired = 0]: readonly Cell[] = []): EffortResult {
  const results = typeof hosted === 'number' && typeof hired === 'number' ? hosted + hired : 0
  return { key, minutes, hosted, hired, minutesEach: results > 0 ? Math.round(minutes / results) : null }
}

/**
 * Effort against result of the network, and of its parts by one dimension after the other: together, because they are shown
 * together. Minutes are exact, numbers of persons are not.
 * @returns the tables in their order, the network's row last in each.
 */
export function effortResults(network: Effort, tables: readonly (readonly Effort[])[]): EffortResult[][] {
  const shown = suppressBreakdowns(
    counts(network),
    tables.map((rows) => ({ parts: rows.map(counts) })),
  )
  return tables.map((rows, table) => [
    ...rows.map((row, at) => resultOf(row, shown.breakdowns[table]?.[at])),
    resultOf(network, shown.whole),
  ])
}

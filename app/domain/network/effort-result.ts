import { suppressTable, type Cell } from './suppress.ts'

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

/** Effort against result of one dimension, the network's row among them. Minutes are exact, numbers of persons are not. */
export function effortResults(rows: readonly Effort[]): EffortResult[] {
  const cells = suppressTable(rows.map(({ hosted, hired }) => [hosted, hired]))
  return rows.map(({ key, minutes }, at) => {
    const [hosted = 0, hired = 0] = cells[at] ?? []
    const results = typeof hosted === 'number' && typeof hired === 'number' ? hosted + hired : 0
    return { key, minutes, hosted, hired, minutesEach: results > 0 ? Math.round(minutes / results) : null }
  })
}

/** Companies of one sector in one territory, and how many of them are warm. */
export type GroundCell = { territory: string; sector: string; companies: number; warm: number }

/** One territory or sector; `cold` are the sectors, or territories, where it has companies and none that is warm. */
export type Ground = { key: string; companies: number; warm: number; cold: string[] }

type Side = 'territory' | 'sector'

/**
 * The cells added up by territory or by sector, one line for each of `keys` and for any other that has a company. Those
 * without a warm company first, and among them those with most companies to warm.
 */
export function groundBy(cells: readonly GroundCell[], side: Side, keys: readonly string[]): Ground[] {
  const other: Side = side === 'territory' ? 'sector' : 'territory'
  const all = [...new Set([...keys, ...cells.map((cell) => cell[side])])]
  return all
    .map((key) => {
      const own = cells.filter((cell) => cell[side] === key && cell.companies > 0)
      return {
        key,
        companies: own.reduce((sum, { companies }) => sum + companies, 0),
        warm: own.reduce((sum, { warm }) => sum + warm, 0),
        cold: own.filter(({ warm }) => warm === 0).map((cell) => cell[other]),
      }
    })
    .toSorted((a, b) => Number(a.warm > 0) - Number(b.warm > 0) || b.companies - a.companies)
}

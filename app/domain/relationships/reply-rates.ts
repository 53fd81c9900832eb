import { isSmall, type Cell } from '../network/suppress.ts'
import { suppressBreakdowns } from '../network/suppress-breakdowns.ts'

/** Proposals that had their time, those answered in it, and those answered at all. `key` null is the whole network. */
export type Replies = { key: string | null; sent: number; inTime: number; answered: number }

/** As it may be shown: shares in percent, to the nearest five; null where too few proposals stand behind them. */
export type ReplyRate = { key: string | null; sent: Cell; inTime: number | null; answered: number | null }

const GRID = 5
const share = (part: number, whole: number): number => Math.round((100 * part) / whole / GRID) * GRID

function rateOf({ key, sent, inTime, answered }: Replies, near: Cell = 0): ReplyRate {
  // A few may be told as a step more, which no share may stand on: then their number is not told either.
  const shown = isSmall(sent) && typeof near === 'number' ? 'hidden' : near
  const told = typeof shown === 'number' && shown > 0
  return {
    key,
    sent: shown,
    inTime: told ? share(inTime, sent) : null,
    answered: told ? share(answered, sent) : null,
  }
}

/**
 * Reply rates of the network, and of its parts by one dimension after the other. Behind each proposal stands a person:
 * numbers of them are suppressed as everywhere, all tables together, and where one is kept back no share is told either.
 * @returns the tables in their order, the network's row last in each.
 */
export function replyRates(network: Replies, tables: readonly (readonly Replies[])[]): ReplyRate[][] {
  const shown = suppressBreakdowns(
    [network.sent],
    tables.map((rows) => ({ parts: rows.map(({ sent }) => [sent]) })),
  )
  return tables.map((rows, table) => [
    ...rows.map((row, at) => rateOf(row, shown.breakdowns[table]?.[at]?.[0])),
    rateOf(network, shown.whole[0]),
  ])
}

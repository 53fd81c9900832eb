import { suppressTable, type Cell } from '../network/suppress.ts'

/** Proposals that had their time, those answered in it, and those answered at all. `key` null is the whole network. */
export type Replies = { key: string | null; sent: number; inTime: number; answered: number }

/** As it may be shown: shares in percent, to the nearest five; null where too few proposals stand behind them. */
export type ReplyRate = { key: string | null; sent: Cell; inTime: number | null; answered: number | null }

const GRID = 5
const share = (part: number, whole: number): number => Math.round((100 * part) / whole / GRID) * GRID

/**
 * Reply rates of one dimension, the network's row among them. Behind each proposal stands a person: numbers of them are
 * suppressed as everywhere, and where one is kept back no share is told either.
 */
export function replyRates(rows: readonly Replies[]): ReplyRate[] {
  const cells = suppressTable(rows.map(({ sent }) => [sent]))
  return rows.map(({ key, sent, inTime, answered }, at) => {
    const shown = cells[at]?.[0] ?? 0
    const told = typeof shown === 'number' && shown > 0
    return {
      key,
      sent: shown,
      inTime: told ? share(inTime, sent) : null,
      answered: told ? share(answered, sent) : null,
    }
  })
}

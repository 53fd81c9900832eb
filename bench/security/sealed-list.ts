import { newWrappedKey, unwrapKey } from '#app/platform/crypto.server.ts'
import { seal, unseal } from '#app/platform/seal.server.ts'
import { percentiles } from '../measure.ts'
import { atMost } from '../report.ts'
import type { Measure } from './measure-of.ts'

const ROWS = 50
const COLUMNS = ['first_name', 'last_name', 'birth_date'] as const
const ROUNDS = 200
const LIMIT = 15

/** One person as the database holds her: her wrapped key, and the columns sealed with it. */
function sealedRow(at: number) {
  const wrapped = newWrappedKey(`person ${at}`)
  const key = unwrapKey(wrapped, `person ${at}`)
  return { wrapped, sealed: COLUMNS.map((column) => seal(key, `Nome ${at}`, `${column} ${at}`)) }
}

/** A list of fifty people whose name and birth date are opened, each with a key of her own. */
export const sealedList: Measure = async () => {
  const rows = Array.from({ length: ROWS }, (_, at) => sealedRow(at))
  const times = Array.from({ length: ROUNDS }, () => {
    const since = performance.now()
    for (const [at, { wrapped, sealed }] of rows.entries()) {
      const key = unwrapKey(wrapped, `person ${at}`)
      for (const [index, value] of sealed.entries()) unseal(key, value, `${COLUMNS[index] ?? ''} ${at}`)
    }
    return performance.now() - since
  })
  const opened = percentiles(times)
  return {
    rows: [{ name: `list of ${ROWS} people opened, ${COLUMNS.length} columns`, ...opened }],
    targets: [atMost(`list of ${ROWS} people opened, p95, ms`, opened.p95, LIMIT)],
  }
}

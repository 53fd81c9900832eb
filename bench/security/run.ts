import { withBenchDatabase } from '../database.ts'
import type { Report } from '../report.ts'
import { auditedRead } from './audited-read.ts'
import { chainWriters } from './chain-writers.ts'
import { passwordHashing } from './password-hashing.ts'
import { probing } from './probing.ts'
import { rowSecurity } from './row-security.ts'
import { sealedList } from './sealed-list.ts'

const measures = [auditedRead, rowSecurity, sealedList, probing, chainWriters, passwordHashing]

/** What security costs, each measure in a file of its own, on a database with `size` people of an organisation. */
export async function run(size: number): Promise<Report> {
  return withBenchDatabase('security', async (bench) => {
    const report: Report = { name: 'security', size, rows: [], targets: [] }
    for (const measure of measures) {
      const { rows, targets } = await measure(bench, size)
      report.rows.push(...rows)
      report.targets.push(...targets)
    }
    return report
  })
}

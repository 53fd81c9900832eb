import type { BenchDatabase } from '../database.ts'
import type { Row, Target } from '../report.ts'

/** One thing that security may cost: measured on a database of `size` people of one organisation, see people.ts. */
export type Measure = (bench: BenchDatabase, size: number) => Promise<{ rows: Row[]; targets: Target[] }>

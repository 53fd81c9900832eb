import { rebuildMatchProfiles } from '#app/domain/match-engine/rebuild.server.ts'
import { timed } from '../measure.ts'
import { withBenchDatabase, type BenchDatabase } from '../database.ts'
import type { Row } from '../report.ts'
import { measured } from './measured.ts'
import { loadPeople } from './load.ts'

export type Prepared = BenchDatabase & { size: number; buildMs: number }

/** A database with so many people in the engine; `work` runs in it. */
export const withPeople = <T>(size: number, work: (prepared: Prepared) => Promise<T>): Promise<T> =>
  withBenchDatabase(`match_${size}`, async (database) => {
    await database.asSuperuser((su) => loadPeople(su, size))
    const built = await timed(() => measured(rebuildMatchProfiles))
    await database.asSuperuser(async (su) => {
      for (const table of ['match_profiles', 'match_weeks', 'match_areas', 'match_codes'])
        await su`vacuum analyze ${su(table)}`
    })
    console.error(`${size} people are in`)
    return work({ ...database, size, buildMs: built.took })
  })

const MATCH_TABLES = `'match_profiles', 'match_weeks', 'match_areas', 'match_codes'`

/** Bytes a person in everything that matching keeps beside the profile, indexes included. */
export async function bytesEach({ asSuperuser, size }: Prepared): Promise<number> {
  const [sum] = await asSuperuser((su) =>
    su.unsafe<{ bytes: string }[]>(
      `select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relname in (${MATCH_TABLES})`,
    ),
  )
  return Number(sum?.bytes ?? NaN) / size
}

/** How large each table is, in bytes a person. */
export async function sizeRows({ asSuperuser, size }: Prepared): Promise<Row[]> {
  const tables = await asSuperuser((su) =>
    su.unsafe<{ name: string; rows: string; bytes: string; indexes: string }[]>(
      `select relname as name, reltuples::bigint as rows, pg_total_relation_size(oid) as bytes, pg_indexes_size(oid) as indexes
       from pg_class where relkind = 'r' and relname in (${MATCH_TABLES}) order by 1`,
    ),
  )
  return tables.map(({ name, rows, bytes, indexes }) => ({
    name,
    rows: Number(rows),
    bytesAPerson: Number(bytes) / size,
    ofThemIndexes: Number(indexes) / size,
  }))
}

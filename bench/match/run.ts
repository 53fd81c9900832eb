import { sql } from 'drizzle-orm'
import { rebuildMatchProfiles } from '#app/domain/match-engine/rebuild.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { withBenchDatabase } from '../database.ts'
import { percentiles, sideBySide, timed } from '../measure.ts'
import { atMost, type Report, type Row, type Target } from '../report.ts'
import { bareCount, matchTop, nearCounts } from './contenders.ts'
import { Floor } from './floor.ts'
import { loadPeople } from './load.ts'
import { loadAndFilter } from './load-and-filter.ts'
import { TODAY } from './population.ts'
import { vacancies } from './vacancies.ts'

const OPENINGS = 60

/** One transaction for many statements: what is measured is the statements, not beginning and ending. */
const measured = <T>(work: (tx: Tx) => Promise<T>) =>
  withActor(system('bench'), async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`set local max_parallel_workers_per_gather = 0`)
    return work(tx)
  })

/** Matching beside a bare scan, beside typed arrays in one process, and beside loading and filtering. */
export async function run(size: number): Promise<Report> {
  const restore = setClock(() => new Date(`${TODAY}T12:00:00Z`))
  try {
    return await withBenchDatabase('match', async ({ asSuperuser }) => {
      const loaded = await timed(() => asSuperuser((su) => loadPeople(su, size)))
      console.error(`loaded in ${Math.round(loaded.took)} ms`)
      const built = await timed(() => measured(rebuildMatchProfiles))
      await asSuperuser((su) => su`vacuum analyze match_profiles`)
      await asSuperuser((su) => su`vacuum analyze match_weeks`)
      console.error(`built in ${Math.round(built.took)} ms`)
      const floor = new Floor(size)
      const openings = vacancies().slice(0, OPENINGS)
      const times = await measured((tx) =>
        sideBySide(openings, {
          bare: (opening) => bareCount(tx, opening),
          floor: (opening) => floor.match(opening),
          match: (opening) => matchTop(tx, opening),
          near: (opening) => nearCounts(tx, opening, false),
          edits: (opening) => nearCounts(tx, opening, true),
        }),
      )
      for (const opening of openings) {
        const rows = await measured((tx) => matchTop(tx, opening))
        const { top } = floor.match(opening)
        const same =
          JSON.stringify(rows.map(({ id, hundredths }) => [id, hundredths])) ===
          JSON.stringify(top.map(({ id, hundredths }) => [id, hundredths]))
        if (!same) console.error('differs', opening.openingId, rows.slice(0, 3), top.slice(0, 3))
      }
      const crud = await measured(async (tx) => {
        const spent: number[] = []
        for (const opening of openings.slice(0, size > 200_000 ? 1 : 5))
          spent.push((await timed(() => loadAndFilter(tx, opening))).took)
        return percentiles(spent)
      })
      const rows: Row[] = [
        ...Object.entries(times).map(([name, each]) => ({ name, ...each })),
        { name: 'crud', ...crud },
        { name: 'floor bytes', bytes: floor.bytesEach },
      ]
      const sizes = await asSuperuser(
        (su) =>
          su`select relname, pg_total_relation_size(oid) as bytes from pg_class where relname like 'match_%' and relkind = 'r'`,
      )
      for (const { relname, bytes } of sizes)
        rows.push({ name: String(relname), 'bytes a person': Number(bytes) / size })
      const { bare, match, near, edits } = times
      const targets: Target[] = [
        atMost('1 match / bare', match.p50 / bare.p50, size < 50_000 ? 3 : 2),
        atMost('2 match / floor', match.p50 / times.floor.p50, size > 500_000 ? 8 : 15),
        atMost('3 p95 / p50', match.p95 / match.p50, 2.5),
        atMost('6a near / match', near.p50 / match.p50, 2),
        atMost('6b edits / match', edits.p50 / match.p50, 2.5),
      ]
      return { name: 'match', size, rows, targets }
    })
  } finally {
    restore()
  }
}

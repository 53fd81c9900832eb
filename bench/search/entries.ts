import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { searchEntries } from '#app/domain/search/search-entries.server.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import type { BenchDatabase } from '../database.ts'
import { sideBySide, timed } from '../measure.ts'
import type { Random } from '../random.ts'
import { atMost, type Report } from '../report.ts'
import { textMaker } from './words.ts'

const QUERIES = 60
const WORDS = 8_000
/** One company for so many openings. */
const OPENINGS_A_COMPANY = 4
const SHOWN = 20

async function fill(db: postgres.Sql, random: Random, size: number): Promise<void> {
  const { text } = textMaker(random, WORDS)
  const companies = Array.from({ length: Math.ceil(size / (OPENINGS_A_COMPANY + 1)) }, (_, at) => ({
    ...{ id: random.uuid(), vat_id: String(at).padStart(11, '0'), name: text(1, 3), sector: 'logistics' },
    ...{ size_band: 'small', place_code: '001272', created_at: '2026-01-01' },
  }))
  const openings = companies.flatMap(({ id }) =>
    Array.from({ length: OPENINGS_A_COMPANY }, () => ({
      ...{ id: random.uuid(), company_id: id, state: random.chance(0.5) ? 'open' : 'closed' },
      ...{ title: text(1, 4), tasks: text(10, 25), place_code: '001272', created_at: '2026-01-01' },
    })),
  )
  await db`insert into companies (id, vat_id, name, sector, size_band, place_code, created_at)
    select id, vat_id, name, sector, size_band, place_code, created_at
    from jsonb_populate_recordset(null::companies, ${db.json(companies)})`
  await db`insert into openings (id, company_id, state, title, tasks, place_code, created_at)
    select id, company_id, state, title, tasks, place_code, created_at
    from jsonb_populate_recordset(null::openings, ${db.json(openings)})`
  await db.unsafe(`create table bench_texts as
    select o.id, to_tsvector('italian', o.title || ' ' || c.name || ' ' || o.tasks) as words
    from openings o join companies c on c.id = o.company_id
    union all select id, to_tsvector('italian', name) from companies`)
  await db.unsafe('create index on bench_texts using gin (words)')
  await db.unsafe('grant select on bench_texts to passaparola_web')
}

/** One word or two of the titles, the last one sometimes unfinished. */
async function queriesOf(db: postgres.Sql, random: Random): Promise<string[]> {
  const rows = await db<{ title: string }[]>`select title from openings order by id limit ${QUERIES}`
  return rows.map(({ title }) => {
    const words = title.split(' ').filter((word) => word.length > 4)
    const typed = words.slice(0, 1 + random.int(2)).join(' ')
    return random.chance(0.3) ? typed.slice(0, -2) : typed
  })
}

const bare = async (tx: Tx, typed: string): Promise<number> => {
  const query = typed
    .trim()
    .split(/\s+/)
    .map((word) => `${word}:*`)
    .join(' & ')
  const rows = await tx.execute(sql`select id, ts_rank(words, q) as rank, count(*) over () as total
    from bench_texts, to_tsquery('italian', ${query}) q where words @@ q order by rank desc limit ${SHOWN}`)
  return rows.length
}

const box = async (tx: Tx, typed: string): Promise<number> =>
  (await searchEntries(tx, { text: typed }, { limit: SHOWN })).total

/** The search box over many openings and companies, beside one bare full-text statement over the same words. */
export async function entrySearch(
  { asSuperuser }: BenchDatabase,
  actor: StaffActor,
  random: Random,
  size: number,
): Promise<Pick<Report, 'rows' | 'targets'>> {
  return asSuperuser(async (db) => {
    await fill(db, random, size)
    const rebuilding = await timed(() => withActor(system('bench'), rebuildIndex))
    await db.unsafe('vacuum analyze')
    const queries = await queriesOf(db, random)
    const { fullText, ours } = await withActor(actor, (tx) =>
      sideBySide(queries, {
        fullText: (typed) => bare(tx, typed),
        ours: (typed) => box(tx, typed),
      }),
    )
    return {
      rows: [
        { name: `rebuild ${size} entries`, seconds: rebuilding.took / 1000 },
        { name: 'bare full-text statement, no row security', ...fullText },
        { name: `search box over ${size} entries`, ...ours },
      ],
      targets: [atMost('search box / bare full-text statement, p50', ours.p50 / fullText.p50, 3)],
    }
  })
}

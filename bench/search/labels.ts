import type postgres from 'postgres'
import { indexLabels } from '#app/domain/search/index-labels.server.ts'
import { searchEntries } from '#app/domain/search/search-entries.server.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import type { BenchDatabase } from '../database.ts'
import { sideBySide, timed } from '../measure.ts'
import type { Random } from '../random.ts'
import { atLeast, atMost, type Report } from '../report.ts'
import { misspelt, textMaker } from './words.ts'

const QUERIES = 200
/** Of these so many are timed: a trigram search takes its time. */
const TIMED = 60
/** Distinct words of the labels: many thousands, as the Italian ones of ESCO have. */
const WORDS = 12_000
const SHOWN = 5

type Query = { label: string; typed: string }

async function fill(db: postgres.Sql, labels: readonly string[]): Promise<void> {
  await db.unsafe('create table bench_labels (label text not null)')
  await db`insert into bench_labels select jsonb_array_elements_text(${db.json([...labels])})`
  await db.unsafe('create index on bench_labels using gin (label gin_trgm_ops)')
  await db.unsafe(`insert into taxonomy_skills (code, origin, label_it)
    select 'sk-' || row_number() over (), 'curated', label from bench_labels`)
  await db.unsafe('analyze bench_labels, taxonomy_skills')
}

const found = (actor: StaffActor, { typed }: Query): Promise<string[]> =>
  withActor(actor, async (tx) => {
    const { groups } = await searchEntries(tx, { text: typed, kinds: ['skill'] }, { limit: SHOWN })
    return groups.flatMap(({ hits }) => hits.map(({ title }) => title))
  })

const foundByTrigrams = async (db: postgres.Sql, { typed }: Query): Promise<string[]> => {
  const rows = await db<{ label: string }[]>`select label from bench_labels where label % ${typed}
    order by similarity(label, ${typed}) desc limit ${SHOWN}`
  return rows.map(({ label }) => label)
}

async function shareWanted(queries: readonly Query[], search: (query: Query) => Promise<string[]>) {
  let wanted = 0
  for (const query of queries) if ((await search(query)).includes(query.label)) wanted += 1
  return wanted / queries.length
}

/** Search with one typing error over labels, beside `label % query` with a trigram index over the same labels. */
export async function labelSearch(
  { asSuperuser }: BenchDatabase,
  actor: StaffActor,
  random: Random,
  size: number,
): Promise<Pick<Report, 'rows' | 'targets'>> {
  const { text } = textMaker(random, WORDS)
  const labels = [...new Set(Array.from({ length: Math.ceil(size * 1.2) }, () => text(2, 5)))].slice(0, size)
  const queries = Array.from({ length: QUERIES }, (): Query => {
    const label = labels[random.int(labels.length)] ?? ''
    return { label, typed: misspelt(random, label) }
  })
  return asSuperuser(async (db) => {
    await fill(db, labels)
    const indexing = await timed(() => withActor(system('bench'), indexLabels))
    await db.unsafe('vacuum analyze')
    const right = await shareWanted(queries, (query) => found(actor, query))
    const rightByTrigrams = await shareWanted(queries, (query) => foundByTrigrams(db, query))
    const { trigrams, ours } = await sideBySide(queries.slice(0, TIMED), {
      trigrams: (query) => foundByTrigrams(db, query),
      ours: (query) => found(actor, query),
    })
    return {
      rows: [
        { name: `index ${labels.length} labels, once`, seconds: indexing.took / 1000 },
        { name: 'label % query, trigram index', ...trigrams, inFirstFive: rightByTrigrams },
        { name: 'search box over the same labels', ...ours, inFirstFive: right },
      ],
      targets: [
        atMost('label search / label % query, p50', ours.p50 / trigrams.p50, 0.25),
        atLeast('wanted label in the first five', right, 0.98),
      ],
    }
  })
}

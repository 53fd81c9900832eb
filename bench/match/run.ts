import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { LAUNCH } from '../../scripts/paths.mjs'
import { percentiles, sideBySide, timed, type Times } from '../measure.ts'
import { atMost, atLeast, type Report, type Row, type Target } from '../report.ts'
import { bareCount, matchTop, nearCounts } from './contenders.ts'
import { countStatements } from './count-statements.ts'
import { differences } from './exactness.ts'
import { Floor } from './floor.ts'
import { loadAndFilter } from './load-and-filter.ts'
import { measured } from './measured.ts'
import { organisationId, TODAY } from './population.ts'
import { bytesEach, sizeRows, withPeople, type Prepared } from './prepare.ts'
import { callsAndBytes, withSearchServer } from './search-server.ts'
import { vacancies } from './vacancies.ts'
import { keepSaving, saveMany, timeSaves } from './writes.ts'

const OPENINGS = 60
/** Sizes from which a target is asked for (issue and performance notes). */
const SMALL = 10_000
const LARGE = 1_000_000
const SAVES_A_SECOND = 50
const MANY_SAVES = 100_000

const caseManager: StaffActor = {
  kind: 'staff',
  role: 'case_manager',
  userId: '00000000-0000-4000-8000-000000000001' as UserId,
  orgId: organisationId(0) as OrganisationId,
  name: 'Banco',
}

type Part = { rows: Row[]; targets: Target[] }

/** Matching beside its floors: one scan of the table, typed arrays in one process, and loading and filtering. */
async function matching(
  prepared: Prepared,
  floor: Floor,
  openings: readonly MatchOpening[],
): Promise<Part & { match: Times }> {
  const { size } = prepared
  const { bare, match, near, edits, typed } = await measured((tx) =>
    sideBySide(openings, {
      bare: (opening) => bareCount(tx, opening),
      typed: (opening) => floor.match(opening),
      match: (opening) => matchTop(tx, opening),
      near: (opening) => nearCounts(tx, opening, false),
      edits: (opening) => nearCounts(tx, opening, true),
    }),
  )
  const crud = await measured(async (tx) => {
    const spent: number[] = []
    for (const opening of openings.slice(0, size >= LARGE ? 1 : 5))
      spent.push((await timed(() => loadAndFilter(tx, opening))).took)
    return percentiles(spent)
  })
  const rows: Row[] = [
    { name: 'R0: bare count(*) with one predicate', ...bare },
    { name: 'F: typed arrays in one process', ...typed, bytesAPerson: floor.bytesEach },
    { name: 'C: load and filter', ...crud },
    { name: 'PostgreSQL: match, first 20 with scores', ...match },
    { name: 'PostgreSQL: near-miss counts', ...near },
    { name: 'PostgreSQL: near misses and all shift edits', ...edits },
  ]
  const targets = [
    atMost('1 match / R0', match.p50 / bare.p50, size <= SMALL ? 3 : 2),
    ...(size > SMALL ? [atMost('2 match / F', match.p50 / typed.p50, size >= LARGE ? 8 : 15)] : []),
    atMost('3 match p95 / p50', match.p95 / match.p50, 2.5),
    ...(size < LARGE ? [atLeast('5 C / match', crud.p50 / match.p50, size <= SMALL ? 25 : 40)] : []),
    atMost('6 near-miss counts / match', near.p50 / match.p50, 2),
    atMost('6 with all shift edits / match', edits.p50 / match.p50, 2.5),
  ]
  return { rows, targets, match }
}

/** Everything a case manager's page of an opening asks of the engine. */
async function page(openings: readonly MatchOpening[], size: number): Promise<Part> {
  return measured(
    async (tx) => {
      const { bare, whole } = await sideBySide(openings, {
        bare: (opening) => bareCount(tx, opening),
        whole: (opening) => postgresEngine.match(tx, opening),
      })
      let statements = 0
      for (const opening of openings.slice(0, 5)) {
        const sent = await countStatements(tx, () => postgresEngine.match(tx, opening))
        statements = Math.max(statements, sent)
      }
      return {
        rows: [{ name: 'page: match, near misses, what-ifs, 20 cards', ...whole, statements }],
        targets: [
          ...(size > SMALL ? [atMost('7 page / R0', whole.p50 / bare.p50, 5)] : []),
          atMost('7 statements', statements, 6),
        ],
      }
    },
    { actor: caseManager },
  )
}

/** Answers beside the reference (on a small network) or the typed arrays: how many differ. */
async function exactness(floor: Floor, openings: readonly MatchOpening[], size: number): Promise<Target[]> {
  if (size <= SMALL) {
    const [alone, withServer] = await withSearchServer((engine) =>
      differences([postgresEngine, engine], vacancies(), size),
    )
    return [
      atMost('8 PostgreSQL: of 500 openings, other than the reference', alone ?? NaN, 0),
      atMost('8 with the search server: of 500 openings, other than the reference', withServer ?? NaN, 0),
    ]
  }
  let different = 0
  for (const opening of openings) {
    const rows = await measured((tx) => matchTop(tx, opening))
    const found = rows.map(({ id, hundredths }) => ({ id, hundredths }))
    if (JSON.stringify(found) !== JSON.stringify(floor.match(opening).top)) different += 1
  }
  return [atMost(`8 of ${openings.length} openings, first 20 other than the typed arrays'`, different, 0)]
}

async function secondCore(openings: readonly MatchOpening[]): Promise<Part> {
  const time = (workers: number) =>
    measured((tx) => sideBySide(openings, { match: (opening) => matchTop(tx, opening) }), { workers })
  const one = await time(0)
  const two = await time(1)
  return {
    rows: [{ name: 'match with one parallel worker', ...two.match }],
    targets: [atMost('10 two cores / one', two.match.p50 / one.match.p50, 0.7)],
  }
}

/** Saving a week beside a bare update, and matching while weeks are saved. */
async function writing(prepared: Prepared, floor: Floor, openings: readonly MatchOpening[]): Promise<Part> {
  const { ids } = floor
  const { save, bare } = await timeSaves(prepared.asSuperuser, ids)
  const timeMatch = () =>
    measured((tx) => sideBySide(openings, { match: (opening) => matchTop(tx, opening) }))
  const idle = await timeMatch()
  const stop = keepSaving(ids, SAVES_A_SECOND)
  const busy = await timeMatch()
  const saved = await stop()
  const before = await bytesEach(prepared)
  await saveMany(ids, MANY_SAVES)
  const grown = (await bytesEach(prepared)) / before
  return {
    rows: [
      { name: 'saving a week, match row included', ...save },
      { name: 'a bare one-row update', ...bare },
      { name: `match while weeks are saved (${saved} saves)`, ...busy.match },
    ],
    targets: [
      atMost('11 save / bare update', save.p50 / bare.p50, 2),
      atMost('13 match under saves / idle', busy.match.p50 / idle.match.p50, 1.5),
      atMost('13 tables after 100,000 saves / before', grown, 1.5),
    ],
  }
}

/** The first match of a process that has just started, beside its own warm median. */
async function afterStart(webUrl: string): Promise<Part> {
  const script = path.join(import.meta.dirname, 'first-match.ts')
  const child = spawn(process.execPath, [LAUNCH, script, webUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  const { cold, warm } = JSON.parse(said) as { cold: number; warm: number }
  return {
    rows: [{ name: 'first match of a process', p50: cold, warm }],
    targets: [atMost('first match / warm', cold / warm, 3)],
  }
}

/** What is measured of a small network beside a large one: how the match grows from it, and what a search server is asked. */
async function smallNetwork(openings: readonly MatchOpening[]): Promise<Part & { match: Times }> {
  return withPeople(SMALL, async () => {
    const { match } = await measured((tx) =>
      sideBySide(openings, { match: (opening) => matchTop(tx, opening) }),
    )
    return { match, ...(await callsAndBytes(openings)) }
  })
}

/** See the targets of the matching issue; `size` is the number of people in the engine. */
export async function run(size: number): Promise<Report> {
  const restore = setClock(() => new Date(`${TODAY}T12:00:00Z`))
  const openings = vacancies().slice(0, OPENINGS)
  try {
    const small = size > SMALL ? await smallNetwork(openings) : null
    return await withPeople(size, async (prepared) => {
      const floor = new Floor(size)
      const { match, ...first } = await matching(prepared, floor, openings)
      const parts: Part[] = [first, await page(openings, size)]
      const targets: Target[] = await exactness(floor, openings, size)
      if (small) {
        const exponent = Math.log(match.p50 / small.match.p50) / Math.log(size / SMALL)
        targets.push(atMost('4 growth exponent from 10,000', exponent, 1.05))
        targets.push(atMost('9 bytes a person', await bytesEach(prepared), 220))
      }
      const sizes = await sizeRows(prepared)
      parts.push(await afterStart(prepared.webUrl))
      parts.push(small ?? (await callsAndBytes(openings)))
      if (size >= LARGE) parts.push(await secondCore(openings))
      parts.push(await writing(prepared, floor, openings))
      return {
        name: 'match',
        size,
        rows: [
          ...parts.flatMap(({ rows }) => rows),
          ...sizes,
          { name: 'build of all match rows', ms: prepared.buildMs },
          { name: 'memory of this process', mebibytes: process.memoryUsage().rss / 2 ** 20 },
        ],
        targets: [...parts.flatMap((part) => part.targets), ...targets],
      }
    })
  } finally {
    restore()
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import {
  taxonomyImports,
  taxonomyLinks,
  taxonomyProfessions,
  taxonomySkills,
  taxonomyStagedConcepts,
} from '#db/schema/taxonomy.ts'
import { escoFolder, wholeDownload } from '#tests/support/esco-files.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { until } from '#tests/workers/until.ts'

const db = useTestDatabase()

/** Twice as many skills as ESCO has, and as many professions and relations. */
const SIZE = { skills: 30_000, occupations: 3_000, perOccupation: 40 }
/** An import that kept a list of this size in memory, or its index, would not fit in. */
const HEAP_MB = 96

function start(folder: string): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'workers/import-taxonomy.ts', folder], {
    env: {
      ...process.env,
      DATABASE_URL: db.urls().webUrl,
      NODE_OPTIONS: `--max-old-space-size=${String(HEAP_MB)}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, said: () => output }
}

const counts = () =>
  db.asSystem(async (tx) => ({
    skills: await tx.$count(taxonomySkills),
    professions: await tx.$count(taxonomyProfessions),
    links: await tx.$count(taxonomyLinks),
  }))
const staged = () => db.asSystem((tx) => tx.$count(taxonomyStagedConcepts))

test('a download of ESCO’s size that is killed halfway shows nothing, and goes on where it was', async () => {
  const folder = escoFolder(wholeDownload(SIZE))
  const killed = start(folder)
  await until('20,000 staged rows', async () => (await staged()) > 20_000, 60_000)
  const curated = await counts()
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')
  const kept = await staged()
  expect(kept).toBeLessThan(2 * (SIZE.skills + SIZE.occupations))
  // People see what they saw before: the curated entries alone.
  expect(curated.skills).toBeLessThan(1_000)
  expect(await counts()).toEqual(curated)

  const again = start(folder)
  const [code] = (await once(again.child, 'exit')) as [number]
  expect(again.said()).toContain(`skills_it.csv: ${String(SIZE.skills)} rows`)
  expect(again.said()).toMatch(/skills_\w\w\.csv: 30000 rows, \d+ of them read before/)
  expect(again.said()).toContain('skills added: 30000')
  expect(code).toBe(0)
  expect(await counts()).toEqual({
    skills: curated.skills + SIZE.skills,
    professions: curated.professions + SIZE.occupations,
    links: curated.links + SIZE.occupations * SIZE.perOccupation + SIZE.skills,
  })
  expect(await staged()).toBe(0)
  expect(await db.asSystem((tx) => tx.select().from(taxonomyImports))).toMatchObject([{ state: 'done' }])
}, 180_000)

import { parseArgs } from 'node:util'
import { seeded } from '../../../bench/random.ts'
import { bundle } from '../../../scripts/bundle.mjs'
import { WEB, WORKER } from './child.ts'
import { liveThrough } from './clock-change.ts'
import { startOwnPostgres } from './own-postgres.ts'
import { reportOf } from './report.ts'
import { runPhase, type PhaseReport } from './run-phase.ts'
import { sizes } from './sizes.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, long: { type: 'boolean', default: false } },
})
const seed = Number(values.seed)
if (!Number.isInteger(seed)) {
  console.error('npm run faults -- [--long] [--seed N]')
  process.exit(1)
}
const size = values.long ? sizes.long : sizes.ci
const since = performance.now()
const say = (line: string) =>
  console.log(`${String(Math.round((performance.now() - since) / 1000)).padStart(4)} s  ${line}`)
console.log(`faults, ${values.long ? 'long' : 'CI'} size, seed ${String(seed)}`)

// Told to stop, it ends what it has started on the way out.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

// A connection cut in the middle of a write is a fault that postgres.js leaves uncaught; the query is refused by itself.
process.on('uncaughtException', (error) => say(`survived in the runner: ${error.message}`))

const postgres = await startOwnPostgres()
try {
  const random = seeded(seed)
  const phases: PhaseReport[] = []
  const withoutRedis = process.env.PASSAPAROLA_NO_REDIS
  if (withoutRedis) say(`everything on PostgreSQL: ${withoutRedis}`)
  for (const program of [WEB, WORKER]) await bundle(program)
  for (const backend of withoutRedis
    ? (['PostgreSQL', 'PostgreSQL'] as const)
    : (['PostgreSQL', 'Redis'] as const))
    phases.push(await runPhase(postgres, backend, { size, share: 0.5, random, say }))
  say('the clock changes')
  const clock = [
    ...(await liveThrough(postgres, '2027-03-25', '2027-03-31')),
    ...(await liveThrough(postgres, '2027-10-28', '2027-11-03')),
  ]
  const { text, held } = reportOf(phases, clock)
  console.log(text)
  console.log(
    `\n${held ? 'everything held' : 'NOT everything held'}, after ${String(Math.round((performance.now() - since) / 1000))} s, seed ${String(seed)}`,
  )
  process.exitCode = held ? 0 : 1
} catch (error) {
  // What it cannot go on after ends it: nothing was proven.
  console.log(error)
  process.exitCode = 1
} finally {
  await postgres.stop()
}
process.exit()

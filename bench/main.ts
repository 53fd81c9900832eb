import { parseArgs } from 'node:util'
import { inWords, type Report } from './report.ts'

/** Each benchmark is a folder; it is loaded when it is asked for. */
const benchmarks: Record<string, { size: number; run: (size: number) => Promise<Report> }> = {
  match: {
    size: 10_000,
    run: async (size) => (await import('./match/run.ts')).run(size),
  },
  portfolio: {
    size: 10_000,
    run: async (size) => (await import('./portfolio/run.ts')).run(size),
  },
  queue: {
    size: 5_000,
    run: async (size) => (await import('./queue/run.ts')).run(size),
  },
  search: {
    size: 100_000,
    run: async (size) => (await import('./search/run.ts')).run(size),
  },
  security: {
    size: 1_000,
    run: async (size) => (await import('./security/run.ts')).run(size),
  },
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string' }, json: { type: 'boolean', default: false } },
})
const [name = ''] = positionals
const benchmark = benchmarks[name]
const size = Number(values.size ?? benchmark?.size)
if (!benchmark || !Number.isInteger(size) || size < 1) {
  console.error(
    `npm run bench -- <name> [--size N] [--json], where name is one of: ${Object.keys(benchmarks).join(', ')}`,
  )
  process.exit(1)
}
const report = await benchmark.run(size)
console.log(values.json ? JSON.stringify(report) : inWords(report))
process.exit(report.targets.every(({ met }) => met) ? 0 : 1)

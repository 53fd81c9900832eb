import './node-version.mjs'

import { buildIsCurrent } from './build.mjs'
import { filesUnder } from './content-hash.mjs'
import { whenNpmIsGone } from './processes.mjs'
import { checkBuild, checkQuality } from './quality.mjs'
import { killRunning } from './run.mjs'
import { setup, skipReasons } from './setup.mjs'
import { fail } from './steps.mjs'
import { runVitest } from './vitest-run.mjs'

// Only these drive the built product; the others import its sources.
const NEEDS_BUILD = /^tests\/(routes|security|privacy|e2e|faults|contract)\//

async function test(args) {
  const env = { ...process.env, ...(await setup({ forTests: true })) }
  const filters = args.filter((arg) => !arg.startsWith('-'))
  const results = []
  if (filters.length === 0) {
    results.push(await checkQuality())
  } else if (
    !buildIsCurrent() &&
    filesUnder('tests').some((file) => NEEDS_BUILD.test(file) && matches(file, filters))
  ) {
    results.push(await checkBuild())
  }
  results.push(await runVitest(args, env))
  report(results, env)
}

/** The last line is for people and machines alike; whatever explains it stands above it. */
function report(results, env) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
  if (skipped > 0) for (const reason of skipReasons(env)) console.log(`why skipped: ${reason}`)
  if (failed > 0 || passed === 0) process.exitCode = 1
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}

function matches(file, filters) {
  return filters.some((filter) => file.includes(filter))
}

// The programs under way are told; what they report of it is then a failure like any other.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, killRunning)
whenNpmIsGone(killRunning)

await test(process.argv.slice(2)).catch((error) => {
  fail(error)
  console.log('0 passed, 1 failed')
})

import { build, buildIsCurrent } from './build.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { elapsed } from './steps.mjs'

const node = (...args) =>
  run(
    process.execPath,
    args.map((arg) => (arg.startsWith('node_modules') ? inRoot(arg) : arg)),
  )

/** The tests of pages and of the whole product run against it. */
const BUILD = {
  name: 'build',
  work: () =>
    build().then(
      () => ({ code: 0, output: '' }),
      (error) => ({ code: 1, output: error.message }),
    ),
}

/** Each check is one test: it passes or fails as a whole. The longest come first, so that two at a time end together. */
const CHECKS = [
  { name: 'lint', work: () => node('node_modules/oxlint/bin/oxlint', '.') },
  BUILD,
  {
    name: 'types',
    work: () => node('node_modules/typescript-native/bin/tsc', '--noEmit', '--checkers', '1'),
  },
  { name: 'format', work: () => node('node_modules/oxfmt/bin/oxfmt', '--check', '.') },
  { name: 'arrows', work: () => run('npm', ['run', '--silent', 'arrows']) },
  { name: 'dead code', work: () => run('npm', ['run', '--silent', 'dead-code']) },
]

/** Runs all checks, two at a time, and says how each went. */
export async function checkQuality() {
  const waiting = [...CHECKS]
  const results = []
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await runCheck(check))
  }
  await Promise.all([worker(), worker()])
  return tally(results)
}

/** The build alone, for some of the tests. */
export async function checkBuild() {
  if (buildIsCurrent()) return { passed: 1, failed: 0, skipped: 0 }
  return tally([await runCheck(BUILD)])
}

async function runCheck({ name, work }) {
  const since = Date.now()
  const { code, output } = await work()
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${elapsed(since)})`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

function tally(results) {
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed, skipped: 0 }
}

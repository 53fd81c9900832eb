import fs from 'node:fs'
import path from 'node:path'

import { inData, inRoot, ROOT } from './paths.mjs'
import { run } from './run.mjs'

/** Runs vitest, on screen as always, and counts from its own report. */
export async function runVitest(args, env) {
  // Under a name of its own while it is written: two runs on one clone must not count each other's tests.
  const report = inData(`vitest-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(
    process.execPath,
    [inRoot('node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...args],
    {
      env,
      show: true,
    },
  )
  if (!fs.existsSync(report)) {
    console.log('vitest ended without a report')
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const counts = count(JSON.parse(fs.readFileSync(report, 'utf8')))
  fs.renameSync(report, inData('vitest.json'))
  // An error outside any test, or no test at all, shows only in the exit code.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

function count({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed').length
    counts.passed += file.assertionResults.filter(({ status }) => status === 'passed').length
    // A file that cannot even be loaded has no test to blame.
    counts.failed += file.status === 'failed' && failures === 0 ? 1 : failures
    const skipped = file.assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status))
    counts.skipped += skipped.length
    for (const { fullName } of skipped) console.log(`skipped: ${path.relative(ROOT, file.name)}: ${fullName}`)
  }
  return counts
}

import './node-version.mjs'

import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { setup } from './setup.mjs'
import { fail } from './steps.mjs'
import { trialSettings } from './trial-settings.mjs'

// With --json standard output holds one object and nothing else; everything said on the way goes beside it.
const out = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)
console.log = console.error

async function bench(args) {
  const env = { ...process.env, ...(await setup({ forTests: true })), ...trialSettings() }
  process.stdout.write = out
  const { code } = await run(
    process.execPath,
    ['--import', 'tsx', '--max-old-space-size=8192', inRoot('bench/main.ts'), ...args],
    { env, show: true },
  )
  process.exitCode = code
}

await bench(process.argv.slice(2)).catch(fail)

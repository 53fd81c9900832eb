import './node-version.mjs'

import { build } from './build.mjs'
import { inRoot } from './paths.mjs'
import { whenNpmIsGone } from './processes.mjs'
import { killRunning, run } from './run.mjs'
import { setup, skipReasons } from './setup.mjs'
import { fail } from './steps.mjs'
import { trialSettings } from './trial-settings.mjs'

async function faults(args) {
  const env = { ...process.env, ...(await setup({ forTests: true })), ...trialSettings() }
  skipReasons(env).forEach((reason) => console.log(reason))
  await build()
  const { code } = await run(
    process.execPath,
    ['--import', 'tsx', inRoot('tests/faults/runner/main.ts'), ...args],
    { env, show: true },
  )
  process.exitCode = code
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, killRunning)
whenNpmIsGone(killRunning)

await faults(process.argv.slice(2)).catch(fail)

import './node-version.mjs'

import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

import { build, compileMessages } from './build.mjs'
import { installDependencies } from './dependencies.mjs'
import { checkMachine } from './machine.mjs'
import { localSecrets } from './secrets.mjs'
import { createSteps, fail } from './steps.mjs'
import { hydrateSymlinks } from './symlinks.mjs'
import { findTestTools } from './test-tools.mjs'

/** How many lines `setup` prints, for a command that goes on counting. */
export const SETUP_STEPS = 6

/**
 * Makes a fresh clone ready, and does nothing where it is ready already. For tests it looks for their programs and
 * leaves the build to the caller, who counts it as a check; to run the product it builds.
 *
 * @param {{ forTests: boolean, steps?: ReturnType<typeof createSteps> }} options
 * @returns {Promise<NodeJS.ProcessEnv>} what the tests find in their environment
 */
export async function setup({ forTests, steps = createSteps(SETUP_STEPS) }) {
  let env = {}
  await steps.step('this machine', checkMachine)
  await steps.step('dependencies', installDependencies)
  await steps.step('PostgreSQL', () =>
    process.env.DATABASE_URL && !forTests ? 'yours, by DATABASE_URL' : hydrateSymlinks(),
  )
  await steps.step('local secrets', () => void localSecrets())
  await steps.step('messages', compileMessages)
  if (forTests) {
    await steps.step('Chromium, Redis, git', async (note) => {
      env = await findTestTools()
      skipReasons(env).forEach(note)
    })
  } else {
    await steps.step('build', build)
  }
  return env
}

/** What is missing and what to do about it, one line for each program. */
export function skipReasons(env) {
  return Object.keys(env)
    .filter((name) => name.startsWith('PASSAPAROLA_NO_'))
    .map((name) => env[name])
}

if (fileURLToPath(import.meta.url) === fs.realpathSync(process.argv[1])) {
  await setup({ forTests: process.argv.includes('--for-tests') }).catch(fail)
}

import { createHash } from 'node:crypto'
import fs from 'node:fs'

import { withLock } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { gist, keepOutput, run } from './run.mjs'
import { Stop } from './steps.mjs'

const RECORD = inRoot('node_modules', '.passaparola-lock')

/**
 * Installs what package-lock.json names, when that is not what node_modules holds. Install scripts stay off: the one we
 * need, PostgreSQL's symlinks, is ours (symlinks.mjs), and no package gets to run code on a volunteer's machine.
 */
export function installDependencies() {
  return withLock('dependencies', async () => {
    if (fs.existsSync(RECORD) && fs.readFileSync(RECORD, 'utf8') === lockHash()) return 'already there'
    if (installedMatchesLock()) {
      fs.writeFileSync(RECORD, lockHash())
      return 'already there'
    }
    await npmCi()
    fs.writeFileSync(RECORD, lockHash())
    return 'ok'
  })
}

async function npmCi() {
  // The build runs here, so the development dependencies are needed whatever NODE_ENV says.
  const { code, output } = await run('npm', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-fund',
    '--no-audit',
  ])
  if (code === 0) return
  const log = keepOutput('npm-ci', output)
  if (code === 127) throw new Stop('npm was not found: install Node together with npm and run this again')
  throw new Stop(`npm ci failed: ${npmError(output)} (all of it in ${log}): ${remedy(output)}`)
}

/** npm says what happened over several lines: first a code, then words. */
function npmError(output) {
  const said = output.match(/(?<=^npm (error|ERR!) ).+/gm)?.slice(0, 3)
  return said ? said.join('; ').slice(0, 300) : gist(output)
}

function remedy(output) {
  if (/EUSAGE/.test(output))
    return 'package-lock.json does not fit package.json, run npm install and commit both'
  if (/EBADENGINE/.test(output)) return 'install the current LTS of Node and run this again'
  if (/ENOSPC/.test(output)) return 'make room on the disk and run this again'
  return 'check the network or proxy and run this again'
}

/** npm records what it installed; someone who ran `npm install` by hand need not wait for the same again. */
function installedMatchesLock() {
  try {
    const installed = packages(inRoot('node_modules', '.package-lock.json'))
    const wanted = packages(inRoot('package-lock.json'))
    return Object.entries(wanted).every(([name, entry]) => {
      if (name === '') return true
      const found = installed[name]
      return found ? found.version === entry.version : Boolean(entry.optional)
    })
  } catch {
    return false
  }
}

function packages(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages
}

function lockHash() {
  return createHash('sha256')
    .update(fs.readFileSync(inRoot('package-lock.json')))
    .digest('hex')
}

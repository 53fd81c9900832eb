import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

import { onPath } from './machine.mjs'
import { gist, keepOutput, run } from './run.mjs'

// The shell is the same engine without windows, tabs and their processes: a fifth less work for the tests' pages.
const CHROMIUM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * Looks for the two programs some tests need and installs the missing ones where it can. Returns the environment for
 * the tests: where Chromium is, or for what is missing the reason why its tests are skipped.
 */
export async function findTestTools() {
  const problem = await installMissing()
  const env = {}
  const browser = chromium()
  if (browser) env.PASSAPAROLA_CHROMIUM = browser
  else env.PASSAPAROLA_NO_CHROMIUM = reason('Chromium', problem, 'install the package chromium')
  if (!onPath('redis-server'))
    env.PASSAPAROLA_NO_REDIS = reason('redis-server', problem, 'install the package redis-server')
  if (!onPath('git')) env.PASSAPAROLA_NO_GIT = reason('git', null, 'install git')
  return env
}

/** Returns null, or in a few words why not everything could be installed. */
async function installMissing() {
  const redis = onPath('redis-server') ? [] : ['redis-server']
  if (chromium()) return redis.length > 0 ? aptInstall(redis) : null
  // Not every distribution has the shell as a package of its own.
  if ((await aptInstall(['chromium-headless-shell', ...redis])) === null && chromium()) return null
  return aptInstall(['chromium', ...redis])
}

function reason(what, problem, remedy) {
  return `${what} is missing${problem ? ` and could not be installed (${problem})` : ''}: ${remedy}`
}

/** A browser counts when it tells its version: on some systems the name is a stub that asks for a snap. */
function chromium() {
  const names = [process.env.PASSAPAROLA_CHROMIUM, ...CHROMIUM_NAMES, MAC_CHROME].filter(Boolean)
  for (const name of names) {
    const path = name.includes('/') ? name : which(name)
    if (path && fs.existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0)
      return path
  }
  return null
}

function which(name) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** Installs Debian packages without asking anything; returns null, or in a few words why it could not. */
async function aptInstall(packages) {
  if (!onPath('apt-get')) return 'there is no apt-get here'
  const root = process.getuid?.() === 0
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return 'that needs root'
  // Offline, apt would otherwise try every mirror for minutes.
  const quick = [
    '-o',
    'Acquire::http::Timeout=20',
    '-o',
    'Acquire::https::Timeout=20',
    '-o',
    'Acquire::Retries=1',
  ]
  const apt = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...quick, ...args]
    const [program, ...rest] = root ? command : ['sudo', '-n', ...command]
    return run(program, rest, { timeout: 600_000 })
  }
  const update = await apt('update')
  const install = await apt('install', '-y', '--no-install-recommends', ...packages)
  const log = keepOutput('apt-get', update.output + install.output)
  return install.code === 0 ? null : `${gist(install.output)}, all of it in ${log}`
}

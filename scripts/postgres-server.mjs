import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { inData } from './paths.mjs'
import { commandLine, gone, identity, pause, signal } from './processes.mjs'
import { gist } from './run.mjs'
import { Stop } from './steps.mjs'

const READY_WITHIN = 60_000

// The built-in provider sorts and folds case alike on every system; macOS has no C.UTF-8 of its own.
const LOCALE = [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--locale=${process.platform === 'darwin' ? 'C' : 'C.UTF-8'}`,
]

/** The running server of a data folder, from its pid file; null when there is none, or only a dead one's file. */
export function runningServer(dataDir) {
  let lines
  try {
    lines = fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw new Stop(
      `${dataDir} cannot be read by this user (${error.code}): run as its owner, or remove the .data folder`,
    )
  }
  const pid = Number(lines[0])
  // After a crash the number may belong to anything: PostgreSQL's own check would then refuse to start for good.
  if (!identity(pid) || !commandLine(pid).includes(dataDir)) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Creates an empty cluster, unless there is one. It gets its name last: a half-made one is never taken for a cluster. */
export function initialise({ native, dataDir, user }, password, { test }) {
  if (fs.existsSync(path.join(dataDir, 'PG_VERSION'))) return
  const partial = `${dataDir}.new`
  const passwordFile = `${dataDir}.password`
  fs.rmSync(partial, { recursive: true, force: true })
  fs.mkdirSync(partial, { mode: 0o700 })
  fs.writeFileSync(passwordFile, password + '\n', { mode: 0o600 })
  if (user) for (const file of [partial, passwordFile]) fs.chownSync(file, user.uid, user.gid)
  const args = [
    `--pgdata=${partial}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  ]
  const { status, stderr, error } = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [...args, ...LOCALE, '--encoding=UTF8', '--no-instructions', ...(test ? ['--no-sync'] : [])],
    { ...user, cwd: '/', env: cleanEnv(), encoding: 'utf8' },
  )
  fs.rmSync(passwordFile)
  if (status !== 0)
    throw new Stop(`PostgreSQL cannot create its data in ${dataDir}: ${gist(stderr || error?.message || '')}`)
  fs.renameSync(partial, dataDir)
}

/** Starts the server of a cluster and resolves once it answers. Its own log goes to `.data/logs`. */
export async function startServer({ native, dataDir, user }, port, settings) {
  const log = inData('logs', `${path.basename(dataDir)}.log`)
  fs.mkdirSync(path.dirname(log), { recursive: true })
  if (!runningServer(dataDir)) fs.rmSync(path.join(dataDir, 'postmaster.pid'), { force: true })
  const out = fs.openSync(log, 'w')
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // In a session of its own: Ctrl-C reaches every process of the terminal, and the database must go last.
  const child = spawn(path.join(native, 'bin', 'postgres'), ['-D', dataDir, '-p', String(port), ...flags], {
    ...user,
    cwd: '/',
    env: cleanEnv(),
    stdio: ['ignore', out, out],
    detached: true,
  })
  fs.closeSync(out)
  child.unref()
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  let over = false
  void ended.then(() => (over = true))
  for (const until = Date.now() + READY_WITHIN; Date.now() < until; await pause(20)) {
    if (over) return { failure: fs.readFileSync(log, 'utf8') }
    const server = runningServer(dataDir)
    if (server?.pid === child.pid && server.ready) return { server, ended }
  }
  signal(child.pid, 'SIGQUIT')
  return { failure: `not ready within ${READY_WITHIN / 1000} s` }
}

/** Stops a server: politely, ending its connections; after ten seconds at once, which it recovers from. */
export async function stopServer(pid) {
  signal(pid, 'SIGINT')
  if (await gone(pid, 10_000)) return
  signal(pid, 'SIGQUIT')
  await gone(pid, 5_000)
}

/** A PGPORT or PGOPTIONS of the person's own must not steer our server, and its messages are read here in English. */
function cleanEnv() {
  const env = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  )
  return { ...Object.fromEntries(env), LC_ALL: 'C' }
}

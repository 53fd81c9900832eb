import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { DATA, inData, ROOT } from './paths.mjs'
import { Stop } from './steps.mjs'
import { hydrateSymlinks, nativeFolder } from './symlinks.mjs'

const RECORD = inData('postgres-location')

/**
 * Where a cluster's binaries and data are, and as whom it runs. PostgreSQL refuses to run as root, so for root it runs
 * as another user; where that user cannot reach the clone (it lies under /root, say) both go under /var/tmp instead.
 *
 * @param {string} dataDir where the data would best be
 * @param {(line: string) => void} [say]
 * @returns {{ native: string, dataDir: string, user: { uid: number, gid: number } | null }}
 */
export function findPlace(dataDir, say = console.log) {
  const native = nativeFolder()
  hydrateSymlinks(native)
  fs.mkdirSync(path.dirname(dataDir), { recursive: true })
  if (process.getuid?.() !== 0) return { native, dataDir, user: null }
  const user = ownerOf(dataDir) ?? unprivilegedUser()
  const elsewhere = recordedLocation()
  if (!elsewhere && canUse(user, native, dataDir)) return { native, dataDir, user }
  const base = elsewhere ?? moveAway(say)
  const away = path.join(base, path.basename(dataDir))
  return prepareAway(base, native, away, ownerOf(away) ?? user)
}

/** The folder outside the clone that `findPlace` fell back to, or null. */
export function recordedLocation() {
  return fs.existsSync(RECORD) ? fs.readFileSync(RECORD, 'utf8').trim() : null
}

function moveAway(say) {
  const base = path.join(
    '/var/tmp',
    `passaparola-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`,
  )
  say(`the user PostgreSQL runs as cannot reach ${DATA}: its binaries and data are kept in ${base}`)
  fs.writeFileSync(RECORD, base + '\n')
  return base
}

function prepareAway(base, native, dataDir, user) {
  const copy = path.join(base, `native-${version(native)}`)
  try {
    fs.mkdirSync(base, { recursive: true, mode: 0o755 })
    // Anybody may write in /var/tmp: a folder or link that is not root's was laid there for us to find.
    const stat = fs.lstatSync(base)
    if (!stat.isDirectory() || stat.uid !== 0)
      throw new Stop(`${base} belongs to somebody else: remove it and run this again`)
    if (!fs.existsSync(copy)) {
      const partial = `${copy}.${process.pid}`
      fs.cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
      spawnSync('chmod', ['-R', 'a+rX', partial])
      fs.renameSync(partial, copy)
    }
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(
      `PostgreSQL cannot be prepared in ${base} (${error.message}): set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL to your own`,
    )
  }
  return { native: copy, dataDir, user }
}

function version(native) {
  return JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')).version
}

/** Data that exist stay with whom they belong to: a clone may be run by its owner first and by root later. */
function ownerOf(dataDir) {
  const stat = fs.statSync(dataDir, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null
}

function unprivilegedUser() {
  const known = lookUp('postgres')
  if (known) return known
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'])
  const user = lookUp('postgres') ?? lookUp('nobody')
  if (user) return user
  throw new Stop(
    'PostgreSQL does not run as root and no user "postgres" could be made: run this as an ordinary user',
  )
}

function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}

/** Asks the system itself, as that user: modes, access lists and mount options all have a say. */
function canUse(user, native, dataDir) {
  const test =
    'test -x "$0/bin/postgres" && test -x "$0/bin/initdb" && test -r "$0/share/postgresql/postgres.bki" && ls "$0/lib" && cd "$1"'
  const { status, error } = spawnSync('sh', ['-c', test, native, path.dirname(dataDir)], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  })
  if (error)
    throw new Stop(
      `commands cannot be run as another user here (${error.code}): run this as an ordinary user`,
    )
  return status === 0
}

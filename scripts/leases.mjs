import fs from 'node:fs'
import path from 'node:path'

import { inData } from './paths.mjs'
import { identity, stillRuns } from './processes.mjs'

/** Notes that this process uses the server called `name`: the last user out stops it. */
export function takeLease(name) {
  fs.mkdirSync(folder(name), { recursive: true })
  fs.writeFileSync(path.join(folder(name), String(process.pid)), identity(process.pid))
}

/** Takes this process off the list of users. */
export function dropLease(name) {
  fs.rmSync(path.join(folder(name), String(process.pid)), { force: true })
}

/** The numbers of the living processes that use the server; those of killed ones are cleared away. */
export function leaseHolders(name) {
  if (!fs.existsSync(folder(name))) return []
  const alive = []
  for (const pid of fs.readdirSync(folder(name))) {
    const file = path.join(folder(name), pid)
    try {
      if (stillRuns(fs.readFileSync(file, 'utf8'))) alive.push(Number(pid))
      else fs.rmSync(file, { force: true })
    } catch (error) {
      // Its owner removed it a moment ago.
      if (error.code !== 'ENOENT') throw error
    }
  }
  return alive
}

function folder(name) {
  return inData('leases', name)
}

import './node-version.mjs'

import fs from 'node:fs'
import path from 'node:path'

import { leaseHolders } from './leases.mjs'
import { databaseMode, forgetMode, runningStart } from './only-start.mjs'
import { inData } from './paths.mjs'
import { recordedLocation } from './postgres-place.mjs'
import { runningServer, stopServer } from './postgres-server.mjs'
import { fail, Stop } from './steps.mjs'

/** Removes the demo's data, so that the next `npm start` begins with fresh ones; keeps the secrets and the build. */
async function reset() {
  const start = runningStart()
  if (start)
    throw new Stop(
      `Passaparola is running at ${start.url} (process ${start.pid}): stop it first, with Ctrl-C there`,
    )
  const [holder] = leaseHolders('postgres')
  if (holder) throw new Stop(`the database is in use by process ${holder}: stop that one first`)
  if (databaseMode() === 'production')
    throw new Stop(`${databaseFolder()} holds production data, which this command does not delete`)

  const removed = []
  if (fs.existsSync(databaseFolder())) {
    const server = runningServer(databaseFolder())
    if (server) await stopServer(server.pid)
    fs.rmSync(databaseFolder(), { recursive: true })
    removed.push(`the demo database (${databaseFolder()})`)
  }
  if (fs.existsSync(inData('logs'))) {
    fs.rmSync(inData('logs'), { recursive: true })
    removed.push('the logs')
  }
  // Anchors of a database that is gone on purpose.
  fs.rmSync(inData('audit'), { recursive: true, force: true })
  fs.rmSync(inData('postgres-port'), { force: true })
  forgetMode()
  console.log(
    removed.length > 0 ? `removed ${removed.join(' and ')}; npm start makes new ones` : 'nothing to remove',
  )
}

function databaseFolder() {
  return path.join(recordedLocation() ?? inData(), 'postgres')
}

await reset().catch(fail)

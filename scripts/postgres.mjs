import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { dropLease, leaseHolders, takeLease } from './leases.mjs'
import { withLock } from './lock.mjs'
import { inData } from './paths.mjs'
import { freePort, isFree } from './ports.mjs'
import { findPlace } from './postgres-place.mjs'
import { prepareDatabase, prepareRoles } from './postgres-roles.mjs'
import { initialise, runningServer, startServer, stopServer } from './postgres-server.mjs'
import { pause, signal } from './processes.mjs'
import { gist } from './run.mjs'
import { localSecrets } from './secrets.mjs'
import { Stop } from './steps.mjs'

const HOST = '127.0.0.1'
const DATABASE = 'passaparola'

/** What a scan of everybody reads stays in the server's own memory; the stock 128 MB would be read anew each time. */
const BUFFERS_MB = Math.max(128, Math.min(512, Math.floor(os.totalmem() / 2 ** 20 / 16)))

// No socket file: its path would have to be short, and writable by whoever the server runs as.
const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  shared_buffers: `${BUFFERS_MB}MB`,
}

// A test cluster may lose everything with the power; it must only be quick.
const TEST_SETTINGS = {
  ...SETTINGS,
  max_connections: 200,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
}

/**
 * Starts the PostgreSQL that came with npm, creating its data, roles and database where they are missing. Test runs
 * side by side share one server, which the last of them stops; the product's own server has one user at a time.
 *
 * @param {{ dataDir?: string, test?: boolean, port?: number, say?: (line: string) => void }} [options] `port` asks for
 *   that one and no other
 * @returns {Promise<{ ownerUrl: string, webUrl: string, workerUrl: string, superUrl: string, port: number, ended: Promise<unknown>,
 *   stop: () => Promise<void> }>} `ended` resolves when a server started here goes away, asked or not
 */
export async function startPostgres({ dataDir: wanted, test = false, port, say = console.log } = {}) {
  const place = findPlace(wanted ?? inData(test ? 'test-postgres' : 'postgres'), say)
  const name = path.basename(place.dataDir)
  const secrets = localSecrets()
  return withLock(name, async () => {
    let { server, ended } = await takeOver(place.dataDir, name, { test, say })
    if (!server) {
      initialise(place, secrets.PG_SUPERUSER_PASSWORD, { test })
      ;({ server, ended } = await startOnSomePort(place, name, { test, port }))
    }
    takeLease(name)
    const lastResort = () => stopAtExit(name, server.pid)
    process.once('exit', lastResort)
    void ended.then(() => process.off('exit', lastResort))
    const stop = async () => {
      process.off('exit', lastResort)
      await withLock(name, async () => {
        dropLease(name)
        if (leaseHolders(name).length === 0) await stopServer(server.pid)
      })
    }
    try {
      const urls = connectionUrls(server.port, secrets)
      await prepareRoles(urls.superUrl, secrets)
      await prepareDatabase(urls.superUrl, DATABASE)
      return { ...urls, port: server.port, ended, stop }
    } catch (error) {
      dropLease(name)
      if (leaseHolders(name).length === 0) await stopServer(server.pid)
      if (error.code !== '28P01') throw error
      throw new Stop(
        'the database was made with other secrets: restore .data/secrets.json, or run npm run demo:reset',
      )
    }
  })
}

/** How to reach this clone's own database while `npm start` keeps it running; null while nobody does. */
export function runningPostgres() {
  const server = runningServer(findPlace(inData('postgres')).dataDir)
  return server?.ready ? connectionUrls(server.port, localSecrets()) : null
}

/** A server that runs already: test runs join it, the product reports it, and a killed run's is stopped. */
async function takeOver(dataDir, name, { test, say }) {
  const server = runningServer(dataDir)
  if (!server) return {}
  if (test && server.ready) return { server, ended: new Promise(() => {}) }
  const [holder] = leaseHolders(name)
  if (holder) throw new Stop(`this folder's database is in use by process ${holder}: stop that one first`)
  say('stopping the database that a killed run left behind')
  await stopServer(server.pid)
  return {}
}

async function startOnSomePort(place, name, { test, port }) {
  const record = inData(`${name}-port`)
  let failure = ''
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const tried = port ?? (await freePort(attempt > 3 ? 0 : test ? 54330 : 54329, HOST))
    const started = await startServer(place, tried, test ? TEST_SETTINGS : SETTINGS)
    if (started.server) {
      fs.writeFileSync(record, `${tried}\n`)
      return started
    }
    failure = started.failure
    // The processes of a killed server take a moment to notice; and a port may be taken between question and answer.
    if (/shared memory block/.test(failure)) await pause(500)
    else if (!/could not bind|could not create any TCP/.test(failure)) break
    else if (port && !(await isFree(port, HOST))) await pause(500)
  }
  throw new Stop(`PostgreSQL does not start: ${gist(failure)} (all of it in .data/logs/${name}.log)`)
}

function connectionUrls(port, secrets) {
  const url = (role, password, database) => `postgres://${role}:${password}@${HOST}:${port}/${database}`
  return {
    superUrl: url('postgres', secrets.PG_SUPERUSER_PASSWORD, 'postgres'),
    ownerUrl: url('passaparola_owner', secrets.PG_OWNER_PASSWORD, DATABASE),
    webUrl: url('passaparola_web', secrets.PG_WEB_PASSWORD, DATABASE),
    workerUrl: url('passaparola_worker', secrets.PG_WORKER_PASSWORD, DATABASE),
  }
}

/** For a process that ends without having called `stop`: nothing can be awaited any more, a signal can be sent. */
function stopAtExit(name, pid) {
  dropLease(name)
  if (leaseHolders(name).length === 0) signal(pid, 'SIGINT')
}

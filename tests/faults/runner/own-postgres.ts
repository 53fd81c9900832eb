import { execFileSync } from 'node:child_process'
import { migrateQueue } from '#app/platform/queue-postgres.server.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { inData } from '../../../scripts/paths.mjs'
import { findPlace } from '../../../scripts/postgres-place.mjs'
import { databaseUrl, prepareDatabase, withConnection } from '../../../scripts/postgres-roles.mjs'
import { runningServer } from '../../../scripts/postgres-server.mjs'
import { startPostgres } from '../../../scripts/postgres.mjs'
import { gone, pause, signal } from '../../../scripts/processes.mjs'

const DATA = 'faults-postgres'
const silent = () => undefined

/** Every process below `pid`: the server's own would finish what they are doing after it is gone. */
function descendants(pid: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return rows.flatMap(([child = 0, parent = 0]) => (parent === pid ? [child] : []))
}

/** A PostgreSQL of the runner's own, as durable as the product's, that dies and comes back at the same address. */
export async function startOwnPostgres() {
  const start = (port?: number) => startPostgres({ dataDir: inData(DATA), say: silent, port })
  let server = await start()
  const drop = (name: string) =>
    withConnection(server.superUrl, async (sql) => {
      await sql.unsafe(`drop database if exists ${name} with (force)`)
    })
  return {
    port: server.port,
    /** A migrated database of that name, empty of rows; the queue's tables are in it. */
    database: async (name: string) => {
      await drop(name)
      await prepareDatabase(server.superUrl, name)
      const ownerUrl = databaseUrl(server.ownerUrl, name)
      const webUrl = databaseUrl(server.webUrl, name)
      await migrateDatabase(ownerUrl)
      const workerUrl = databaseUrl(server.workerUrl, name)
      await migrateQueue(workerUrl)
      return {
        ownerUrl,
        webUrl,
        workerUrl,
        superUrl: databaseUrl(server.superUrl, name),
        drop: () => drop(name),
      }
    },
    /** `kill -9` of all its processes at once, then a start: @returns the milliseconds until it answered again. */
    killAndRestart: async (): Promise<number> => {
      const since = performance.now()
      const pid = runningServer(findPlace(inData(DATA), silent).dataDir)?.pid
      if (!pid) throw new Error('the database does not run')
      const family = [pid, ...descendants(pid)]
      for (const member of family) signal(member, 'SIGKILL')
      await Promise.all(family.map((member) => gone(member, 10_000)))
      server = await start(server.port)
      for (;;) {
        const answers = await withConnection(server.webUrl, async (sql) => sql`select 1`).catch(() => null)
        if (answers) return performance.now() - since
        await pause(50)
      }
    },
    stop: () => server.stop(),
  }
}

export type OwnPostgres = Awaited<ReturnType<typeof startOwnPostgres>>

import type postgres from 'postgres'
import { migrateDatabase } from '#db/migrate.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { inData } from '../scripts/paths.mjs'
import { databaseUrl, prepareDatabase, withConnection } from '../scripts/postgres-roles.mjs'
import { startPostgres } from '../scripts/postgres.mjs'

export type BenchDatabase = {
  /** One connection past row security, for loading and looking. */
  asSuperuser: <T>(work: (sql: postgres.Sql) => Promise<T>) => Promise<T>
  webUrl: string
  workerUrl: string
}

/**
 * A PostgreSQL of the benchmarks' own, set up as the product's (it keeps what it commits), with a new database; what
 * `work` runs finds the process's pool pointed at it. Database and server are gone afterwards.
 */
export async function withBenchDatabase<T>(
  name: string,
  work: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  const server = await startPostgres({ dataDir: inData('bench-postgres'), say: console.error })
  const database = `bench_${name}`
  const drop = () =>
    withConnection(server.superUrl, async (sql) => {
      await sql.unsafe(`drop database if exists ${database} with (force)`)
    })
  try {
    await drop()
    await prepareDatabase(server.superUrl, database)
    await migrateDatabase(databaseUrl(server.ownerUrl, database))
    const webUrl = databaseUrl(server.webUrl, database)
    await useDatabase(webUrl)
    return await work({
      webUrl,
      workerUrl: databaseUrl(server.workerUrl, database),
      asSuperuser: (inside) => withConnection(databaseUrl(server.superUrl, database), inside),
    })
  } finally {
    await closeDatabase()
    await drop()
    await server.stop()
  }
}

import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export type Database = PostgresJsDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

type Pool = { sql: postgres.Sql; db: Database }

/**
 * Where the pool hangs: on the global object, because the built pages carry their own copy of this module beside the server's.
 * Both must use, and close, the same connections.
 */
const POOL = Symbol.for('passaparola.database')
const shared = globalThis as { [POOL]?: Pool | undefined }

/**
 * The process's pool, opened at the first call. Only `withActor` may call it: a statement outside of a transaction
 * that says who is acting sees no row at all.
 */
export function database(): Database {
  shared[POOL] ??= open(process.env.DATABASE_URL ?? '')
  return shared[POOL].db
}

function open(url: string): Pool {
  const sql = postgres(url, {
    max: Number(process.env.DATABASE_POOL ?? 8),
    idle_timeout: 60,
    connect_timeout: 5,
    connection: { statement_timeout: 15_000, application_name: 'passaparola' },
    onnotice: () => undefined,
  })
  return { sql, db: drizzle(sql) }
}

/** Points the process at another database; tests call it once for each file. */
export async function useDatabase(url: string): Promise<void> {
  await closeDatabase()
  shared[POOL] = open(url)
}

/** Closes the pool after what is running has ended. */
export async function closeDatabase(): Promise<void> {
  const pool = shared[POOL]
  shared[POOL] = undefined
  await pool?.sql.end({ timeout: 5 })
}

import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { isLost } from './lost-connection.ts'
import { overOwnSocket } from './own-socket.ts'
import { preparing } from './prepare-statements.ts'

export type Database = PostgresJsDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

type Pool = { sql: postgres.Sql; db: Database; url: string }

/**
 * Where the pool hangs: on the global object, because the built pages carry their own copy of this module beside the server's.
 * Both must use, and close, the same connections.
 */
const POOL = Symbol.for('passaparola.database')
const shared = globalThis as { [POOL]?: Pool | undefined }

/** How long a pool that is given up lets its other transactions run. */
const LAST_SECONDS = 5

/** How long a transaction may wait until it begins, in milliseconds: as long as the slowest statement may take. */
const LONGEST_WAIT = 15_000

/** No connection had time for a transaction. Nothing of it has happened, and nothing will. */
export class NoTurn extends Error {
  override readonly name = 'NoTurn'
  readonly code = 'NO_TURN'
}

/**
 * Runs `work` in a transaction of the process's pool, which is opened at the first call. Only `withActor` may call it: a
 * transaction that does not say who is acting sees no row at all.
 * @returns what `work` returns, after commit. @throws what `work` throws, after rollback; NoTurn when it could not begin in time.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const pool = (shared[POOL] ??= open(process.env.DATABASE_URL ?? ''))
  try {
    return await inTurn(pool, work)
  } catch (error) {
    if (error instanceof NoTurn || isLost(error)) giveUp(pool)
    throw error
  }
}

/**
 * A transaction that has begun is ended by the server when it stands still. One that waits for its turn is known to nobody
 * but postgres.js, which tries a connection that is closed in its face again for ever.
 */
async function inTurn<T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let isTooLate = false
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isTooLate = true
      reject(new NoTurn())
    }, LONGEST_WAIT)
  })
  const ended = pool.db.transaction((tx) => {
    if (isTooLate) throw new NoTurn()
    clearTimeout(timer)
    return work(tx)
  })
  try {
    return await Promise.race([ended, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Puts a new pool in the place of one that lost a connection in the middle of a transaction. postgres.js 3.4 uses what it
 * knows of such a connection again: a `rollback` still to be written goes out to the server after the next one has begun its
 * transaction, or the new connection's greeting waits for it and never leaves. Whoever gets it then waits for ever.
 */
function giveUp(pool: Pool): void {
  if (shared[POOL] === pool) shared[POOL] = open(pool.url)
  pool.sql.end({ timeout: LAST_SECONDS }).catch(() => undefined)
}

/**
 * How long until a connection that failed is tried again. By itself postgres.js waits for longer each time, up to twenty seconds, and
 * its connections count each other's failures: pages would hang long after the database is back.
 */
const retrySeconds = () => 0.1 + Math.random() * 0.4

function open(url: string): Pool {
  const sql = postgres(url, {
    max: Number(process.env.DATABASE_POOL ?? 8),
    // Opening one costs the hash of a password, and a process at rest comes back to each but once in a minute.
    idle_timeout: 300,
    connect_timeout: 5,
    backoff: retrySeconds,
    ...overOwnSocket,
    connection: {
      statement_timeout: 15_000,
      // A process that is stopped in the middle of a transaction must not keep its locks until it is woken.
      idle_in_transaction_session_timeout: 10_000,
      application_name: 'passaparola',
    },
    onnotice: () => undefined,
  })
  return { sql, db: drizzle(preparing(sql)), url }
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

/** How long after a connection that failed the next is tried. */
const RETRY = 1_000

/**
 * Calls `heard` whenever the database sends word on a channel, and once as soon as it listens: also after its connection was
 * lost and is there again, because what was said meanwhile is not said again.
 * @returns what ends it.
 */
export function listenTo(channel: string, heard: () => void): () => Promise<void> {
  // A connection of its own: it is never given to anybody else, and the pool never ends it for being idle.
  const sql = postgres(shared[POOL]?.url ?? process.env.DATABASE_URL ?? '', {
    max: 1,
    connect_timeout: 5,
    backoff: retrySeconds,
    ...overOwnSocket,
    connection: { application_name: 'passaparola-word' },
  })
  let ended = false
  const listen = (): void => {
    if (ended) return
    sql.listen(channel, heard, heard).catch(() => setTimeout(listen, RETRY).unref())
  }
  listen()
  return async () => {
    ended = true
    await sql.end({ timeout: 1 }).catch(() => undefined)
  }
}

import { inject } from 'vitest'
import type postgres from 'postgres'
import { databaseUrl, withConnection } from '../../scripts/postgres-roles.mjs'

/**
 * Runs `work` in a test's database as whoever may do everything there, with every trigger off: what somebody does who got
 * hold of the database itself.
 */
export function tamper(webUrl: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const name = new URL(webUrl).pathname.slice(1)
  return withConnection(databaseUrl(inject('postgres').superUrl, name), async (sql) => {
    await sql.unsafe('set session_replication_role = replica')
    await work(sql as postgres.Sql)
  })
}

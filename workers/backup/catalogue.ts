import type postgres from 'postgres'
import type { Inside } from './manifest.ts'

type Sql = postgres.TransactionSql | postgres.Sql

/** Tables of the product, each after those that it refers to. The queue's own are derived from the outbox. */
export async function tablesInOrder(sql: Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`
  const references = await sql<{ from: string; to: string }[]>`
    select distinct f.relname as from, t.relname as to
    from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and f.oid <> t.oid`
  const placed = new Set<string>()
  while (placed.size < tables.length) {
    const next = tables.filter(
      ({ name }) => !placed.has(name) && references.every(({ from, to }) => from !== name || placed.has(to)),
    )
    if (next.length === 0) throw new Error('tables refer to each other in a circle')
    for (const { name } of next) placed.add(name)
  }
  return [...placed]
}

/** Where the product's sequences stand. */
export const sequencesOf = async (sql: Sql): Promise<Inside['sequences']> => {
  const named = await sql<{ name: string }[]>`
    select sequencename as name from pg_sequences where schemaname = 'public' order by 1`
  const found: Inside['sequences'] = []
  for (const { name } of named) {
    const [at] = await sql<{ value: string; called: boolean }[]>`
      select last_value::text as value, is_called as called from ${sql(`public.${name}`)}`
    if (at) found.push({ name, ...at })
  }
  return found
}

/** How many migrations a database has had, and the hash of the last. */
export async function migrationsOf(sql: Sql): Promise<{ count: number; last: string }> {
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`
  return { count: rows.length, last: rows.at(-1)?.hash ?? '' }
}

import postgres from 'postgres'
import { migrateDatabase, migrateTo, RESTORING } from '#db/migrate.ts'
import { migrationsOf } from './catalogue.ts'
import { fileOf, type Backup } from './manifest.ts'
import { readSealed } from './sealed-file.ts'
import { BackupTrouble } from './trouble.ts'

/** What anybody who has used the product has rows in. */
const TELLING = ['organisations', 'users', 'companies', 'candidates', 'audit_log']

/** @throws BackupTrouble when somebody has used this database, unless it is what a restore before left half done. */
export async function refuseUsedDatabase(ownerUrl: string): Promise<void> {
  await connected(ownerUrl, (sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.role', 'system', true)`
      const [half] = await tx`select 1 from pg_namespace where nspname = ${RESTORING}`
      if (half) return
      for (const table of TELLING) {
        const [there] = await tx`select 1 from pg_tables where schemaname = 'public' and tablename = ${table}`
        const used = there ? await tx`select 1 from ${tx(`public.${table}`)} limit 1` : []
        if (used.length > 0)
          throw new BackupTrouble('this database is not empty: restore into an empty one, see docs/backup.md')
      }
    }),
  )
}

/**
 * Puts a backup's rows into an empty database, with the schema that they were written in, and then brings that up to date.
 * Until `finishRestoring` the product does not start on it.
 * @throws BackupTrouble when it was made by a version of the product with other migrations.
 */
export async function loadBackup(ownerUrl: string, folder: string, backup: Backup): Promise<void> {
  const { migrations } = backup.made
  await connected(ownerUrl, clear)
  await migrateTo(ownerUrl, migrations.count)
  await connected(ownerUrl, async (sql) => {
    const { count, last } = await migrationsOf(sql)
    if (count !== migrations.count || last !== migrations.last)
      throw new BackupTrouble('this backup was made by another version of the product: use that one')
    await sql.begin((tx) => load(tx, folder, backup))
  })
  await migrateDatabase(ownerUrl, { restoring: true })
}

/** Takes away what marks the database as half restored. */
export const finishRestoring = (ownerUrl: string): Promise<unknown> =>
  connected(ownerUrl, (sql) => sql`drop schema if exists ${sql(RESTORING)}`)

async function connected<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

/** Removes the schema of a database in which there is nothing, to begin with the backup's own. */
async function clear(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`create schema if not exists ${tx(RESTORING)}`
    const tables = await tx<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public'`
    for (const { name } of tables) await tx`drop table ${tx(`public.${name}`)} cascade`
    await tx`drop schema if exists app cascade`
    await tx`drop schema if exists drizzle cascade`
  })
}

async function load(tx: postgres.TransactionSql, folder: string, backup: Backup): Promise<void> {
  const { tables, sequences } = backup.inside
  const names = tables.map(({ name }) => tx(`public.${name}`))
  // The owner passes no row security that is not forced; and rows that were written once must not set anything off again.
  for (const table of names) {
    await tx`alter table ${table} no force row level security`
    await tx`alter table ${table} disable trigger user`
  }
  // Migrations write rows of their own, which are in the backup too.
  for (const table of names) await tx`truncate ${table} cascade`
  for (const { name, rows } of tables) {
    await readRows(tx, fileOf(folder, name), name, backup.key.key)
    const [found] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${tx(`public.${name}`)}`
    if (found?.rows !== rows)
      throw new BackupTrouble(`${name} has ${String(found?.rows)} rows of the ${String(rows)} written`)
  }
  for (const { name, value, called } of sequences)
    await tx`select setval(${`public.${name}`}::regclass, ${value}::bigint, ${called})`
  for (const table of names) {
    await tx`alter table ${table} enable trigger user`
    await tx`alter table ${table} force row level security`
  }
}

/** Together, at most: so many rows, or so many characters of them. */
const [MOST_ROWS, MOST_CHARACTERS] = [1_000, 8_000_000]

/** The columns of a table that are written; the others follow from them. */
async function writtenColumns(tx: postgres.TransactionSql, name: string): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${name}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`
  return rows.map((column) => column.name)
}

async function readRows(tx: postgres.TransactionSql, path: string, name: string, key: Buffer): Promise<void> {
  const table = tx(`public.${name}`)
  const columns = await writtenColumns(tx, name)
  const read = columns.map((column, at) => tx`${at > 0 ? tx`, ` : tx``}(r.read).${tx(column)}`)
  let [waiting, characters]: [string[], number] = [[], 0]
  const write = async () => {
    const rows = waiting
    ;[waiting, characters] = [[], 0]
    // The inner query is kept by itself (offset 0), or each row would be read once for every column.
    await tx`insert into ${table} (${tx(columns)}) overriding system value
      select ${read} from (select v::${table} as read from unnest(${rows}::text[]) v offset 0) r`
  }
  await readSealed({ path, name, key }, async (line) => {
    waiting.push(JSON.parse(line) as string)
    characters += line.length
    if (waiting.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await write()
  })
  if (waiting.length > 0) await write()
}

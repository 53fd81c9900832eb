import { mkdir, readdir } from 'node:fs/promises'
import postgres from 'postgres'
import { now } from '#app/platform/clock.server.ts'
import { backupKeys } from '#app/platform/crypto.server.ts'
import { migrationsOf, sequencesOf, tablesInOrder } from './catalogue.ts'
import { fileOf, writeManifest, type Backup } from './manifest.ts'
import { writeSealed } from './sealed-file.ts'
import { BackupTrouble } from './trouble.ts'

/** Rows that are fetched together: the largest hold a file of five megabytes. */
const AT_ONCE = 25

/** A table's rows, each as PostgreSQL writes one down, a line of JSON a row. `count` is told how many there were. */
async function* rowsOf(
  tx: postgres.TransactionSql,
  table: string,
  count: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const rows = tx<{ row: string }[]>`select t::text as row from ${tx(`public.${table}`)} t`
  for await (const some of rows.cursor(AT_ONCE)) {
    count(some.length)
    yield Buffer.from(some.map(({ row }) => `${JSON.stringify(row)}\n`).join(''))
  }
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0)
    throw new BackupTrouble(`${folder} is not empty: a backup goes into a folder of its own`)
}

/**
 * Writes everything that the database holds to `folder`, as it stood at one moment, while people work: compressed, sealed
 * with a key that follows from the master key, each table a file.
 * @throws BackupTrouble when the folder holds something already.
 */
export async function takeBackup(ownerUrl: string, folder: string): Promise<Backup> {
  await emptyFolder(folder)
  const [key] = backupKeys()
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    return await sql.begin('isolation level repeatable read read only', async (tx) => {
      await tx`select set_config('app.role', 'system', true)`
      const madeAt = now().toISOString()
      const files: Backup['made']['files'] = []
      const tables: Backup['inside']['tables'] = []
      for (const name of await tablesInOrder(tx)) {
        let rows = 0
        const read = rowsOf(tx, name, (more) => (rows += more))
        const written = await writeSealed(read, { path: fileOf(folder, name), name, key: key.key })
        files.push({ name, ...written })
        tables.push({ name, rows })
      }
      const made = { format: 1 as const, madeAt, key: key.id.toString('hex') }
      const backup: Backup = {
        made: { ...made, migrations: await migrationsOf(tx), files },
        inside: { tables, sequences: await sequencesOf(tx) },
        key,
      }
      await writeManifest(folder, backup)
      return backup
    })
  } finally {
    await sql.end()
  }
}

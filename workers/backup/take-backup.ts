import { mkdir, readdir } from 'node:fs/promises'
import { Transform } from 'node:stream'
import postgres from 'postgres'
import { now } from '#app/platform/clock.server.ts'
import { backupKeys } from '#app/platform/crypto.server.ts'
import { migrationsOf, sequencesOf, tablesInOrder } from './catalogue.ts'
import { fileOf, writeManifest, type Backup } from './manifest.ts'
import { writeSealed } from './sealed-file.ts'
import { BackupTrouble } from './trouble.ts'

const LINE_END = 10

/** Passes on what COPY gives and counts its lines: a row is one, line ends within are escaped. */
function countingRows(): { stream: Transform; rows: () => number } {
  let rows = 0
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) rows += 1
      done(null, chunk)
    },
  })
  return { stream, rows: () => rows }
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
      for (const { name, columns } of await tablesInOrder(tx)) {
        const copy = await tx`copy (select ${tx(columns)} from ${tx(`public.${name}`)}) to stdout`.readable()
        const { stream, rows } = countingRows()
        copy.on('error', (error) => stream.destroy(error))
        const written = await writeSealed(copy.pipe(stream), {
          ...{ path: fileOf(folder, name), name, key: key.key },
        })
        files.push({ name, ...written })
        tables.push({ name, columns, rows: rows() })
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

import { inject } from 'vitest'

import { withLock } from '../../scripts/lock.mjs'
import { databaseUrl, withConnection } from '../../scripts/postgres-roles.mjs'
import { pause } from '../../scripts/processes.mjs'

const OBJECT_IN_USE = '55006'
const MOST_TRIES = 10

let made = 0

/** A database of a test file's own, as the template is: by default migrated and empty of rows. `drop` it in `afterAll`. */
export async function testDatabase(
  template: string = inject('template'),
): Promise<{ webUrl: string; workerUrl: string; ownerUrl: string; drop(): Promise<void> }> {
  made += 1
  const name = `test_${inject('run')}_${process.pid}_${made}`
  await withConnection(inject('postgres').superUrl, (sql) => copy(sql, template, name))
  return urlsOf(name)
}

/**
 * The name of a template with what `write` puts into a database; written once a run, by whoever asks first, and copied by all.
 * @param write is given the address of the new database.
 */
export function writtenTemplate(label: string, write: (webUrl: string) => Promise<void>): Promise<string> {
  const { superUrl } = inject('postgres')
  const name = `test_${inject('run')}_${label}`
  return withLock(name, () =>
    withConnection(superUrl, async (sql) => {
      const [found] = await sql`select from pg_database where datname = ${name}`
      if (found) return name
      const building = `${name}_building`
      await copy(sql, inject('template'), building)
      await write(urlsOf(building).webUrl)
      // It gets its name last, so that one half written is never copied.
      await sql.unsafe(`alter database ${building} rename to ${name}`)
      return name
    }),
  )
}

function urlsOf(name: string) {
  const { superUrl, ownerUrl, webUrl, workerUrl } = inject('postgres')
  return {
    webUrl: databaseUrl(webUrl, name),
    workerUrl: databaseUrl(workerUrl, name),
    ownerUrl: databaseUrl(ownerUrl, name),
    drop: () =>
      withConnection(superUrl, async (sql) => void (await sql.unsafe(`drop database ${name} with (force)`))),
  }
}

async function copy(
  sql: { unsafe(query: string): PromiseLike<unknown> },
  template: string,
  name: string,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      // Copied as files it costs half of what it does by way of the log, which nobody reads here.
      await sql.unsafe(
        `create database ${name} template ${template} strategy file_copy owner passaparola_owner`,
      )
      // Grants to connect belong to a database, not to its contents, and are not copied.
      await sql.unsafe(`revoke all on database ${name} from public`)
      await sql.unsafe(`grant connect on database ${name} to passaparola_web`)
      await sql.unsafe(`grant connect, temporary on database ${name} to passaparola_worker`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== OBJECT_IN_USE || tries === MOST_TRIES) throw error
      await pause(100 * tries)
    }
  }
}

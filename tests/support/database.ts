import { inject } from 'vitest'

import { databaseUrl, withConnection } from '../../scripts/postgres-roles.mjs'
import { pause } from '../../scripts/processes.mjs'

const OBJECT_IN_USE = '55006'
const MOST_TRIES = 10

let made = 0

/** A migrated database of a test file's own, empty of rows; `drop` it in `afterAll`. */
export async function testDatabase(): Promise<{ webUrl: string; ownerUrl: string; drop(): Promise<void> }> {
  const { superUrl, ownerUrl, webUrl } = inject('postgres')
  made += 1
  const name = `test_${inject('run')}_${process.pid}_${made}`
  await withConnection(superUrl, (sql) => copyTemplate(sql, name))
  return {
    webUrl: databaseUrl(webUrl, name),
    ownerUrl: databaseUrl(ownerUrl, name),
    drop: () =>
      withConnection(superUrl, async (sql) => void (await sql.unsafe(`drop database ${name} with (force)`))),
  }
}

async function copyTemplate(
  sql: { unsafe(query: string): PromiseLike<unknown> },
  name: string,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await sql.unsafe(`create database ${name} template ${inject('template')} owner passaparola_owner`)
      // Grants to connect belong to a database, not to its contents, and are not copied.
      await sql.unsafe(`revoke all on database ${name} from public`)
      await sql.unsafe(`grant connect, temporary on database ${name} to passaparola_web`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== OBJECT_IN_USE || tries === MOST_TRIES) throw error
      await pause(100 * tries)
    }
  }
}

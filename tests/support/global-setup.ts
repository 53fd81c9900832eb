import type { TestProject } from 'vitest/node'

import { migrateDatabase } from '#db/migrate.ts'

import { contentHash } from '../../scripts/content-hash.mjs'
import { leaseHolders } from '../../scripts/leases.mjs'
import { withLock } from '../../scripts/lock.mjs'
import { databaseUrl, prepareDatabase, withConnection } from '../../scripts/postgres-roles.mjs'
import { startPostgres } from '../../scripts/postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connections to the test server's first database, one for each role. */
    postgres: { superUrl: string; ownerUrl: string; webUrl: string; workerUrl: string }
    /** The migrated database that `testDatabase` copies. */
    template: string
    /** Marks the databases of this run, so that those of a killed run can be told and removed. */
    run: number
  }
}

/**
 * One server and one migrated template for the whole run. Both outlive it on disk: the template's name says of which
 * migrations it was made, and it is made again only when they change.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const { superUrl, ownerUrl, webUrl, workerUrl, stop } = await startPostgres({ test: true })
  try {
    const template = `passaparola_template_${contentHash(['db/migrations', 'db/migrate.ts', 'db/company-role.ts', 'db/worker-role.ts', 'scripts/postgres-roles.mjs']).slice(0, 12)}`
    await letWorkerPrepare(superUrl)
    await withLock('template', async () => {
      await dropLeftovers(superUrl, template)
      await buildTemplate(superUrl, ownerUrl, template)
    })
    project.provide('postgres', { superUrl, ownerUrl, webUrl, workerUrl })
    project.provide('template', template)
    project.provide('run', process.pid)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

/**
 * A test of the worker prepares what companies did in its own process. So the worker's login may take the companies' role on
 * there, as the web's may; of that role's rights it has none of its own by it.
 */
const letWorkerPrepare = (superUrl: string): Promise<void> =>
  withConnection(superUrl, async (sql) => {
    await sql.unsafe('grant passaparola_company to passaparola_worker with inherit false')
  })

async function buildTemplate(superUrl: string, ownerUrl: string, template: string): Promise<void> {
  await withConnection(superUrl, async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${template}`
    if (found) return
    // It gets its name last, so that one half migrated is never taken for the template.
    const building = `test_${process.pid}_template`
    await prepareDatabase(superUrl, building)
    await migrateDatabase(databaseUrl(ownerUrl, building))
    await sql.unsafe(`alter database ${building} rename to ${template}`)
    // A database nobody can connect to is never busy when it is copied.
    await sql.unsafe(`alter database ${template} with is_template true allow_connections false`)
  })
}

/** Databases of runs that were killed, and templates of other migrations while no other run uses them. */
async function dropLeftovers(superUrl: string, template: string): Promise<void> {
  const runs = leaseHolders('test-postgres').filter((pid) => pid !== process.pid)
  const isLeftover = (name: string): boolean => {
    const run = /^test_(\d+)_/.exec(name)?.[1]
    return run ? !runs.includes(Number(run)) : name !== template && runs.length === 0
  }
  await withConnection(superUrl, async (sql) => {
    const databases = await sql<{ name: string }[]>`
      select datname as name from pg_database where datname ~ '^(test|passaparola_template)_'`
    for (const { name } of databases.filter(({ name }) => isLeftover(name))) {
      await sql.unsafe(`alter database ${name} with is_template false`)
      await sql.unsafe(`drop database ${name} with (force)`)
    }
  })
}

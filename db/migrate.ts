import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { grantToCompanyRole } from './company-role.ts'
import { grantToWorkerRole } from './worker-role.ts'

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')
const ROLES = ['passaparola_web', 'passaparola_worker', 'passaparola_company']

/** The schema that stands in a database while a backup is put into it. */
export const RESTORING = 'restoring'

type Journal = { entries: { tag: string }[] }

/** A folder with the first `count` migrations, as they were when there were no more. */
async function firstMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'passaparola-migrations-'))
  const journal = JSON.parse(await readFile(path.join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as Journal
  const entries = journal.entries.slice(0, count)
  await mkdir(path.join(folder, 'meta'))
  await writeFile(path.join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  for (const { tag } of entries)
    await symlink(path.join(MIGRATIONS, `${tag}.sql`), path.join(folder, `${tag}.sql`))
  return folder
}

/** Brings an empty database to the schema that had `count` migrations, for a backup that was made with it. */
export async function migrateTo(ownerUrl: string, count: number): Promise<void> {
  const folder = await firstMigrations(count)
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await migrate(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end()
    await rm(folder, { recursive: true })
  }
}

/** The first releases without CVE-2024-10976, by which a plan made for one role could serve another one. */
const SAFE_FROM: Record<number, number> = { 15: 150_009, 16: 160_005, 17: 170_001 }

/** @throws Error for a server on which row security can't be trusted over connections that serve two roles. */
export function refuseUnsafeServer(version: number): void {
  const major = Math.floor(version / 10_000)
  if (major < 15 || version < (SAFE_FROM[major] ?? 0))
    throw new Error('This PostgreSQL is too old: use 15.9, 16.5, 17.1 or a later release.')
}

/**
 * Brings the database to the newest schema. Needs the owner's address and the roles `passaparola_web`, `passaparola_worker`
 * and `passaparola_company`. `restoring` says that whoever calls is putting a backup into it.
 * @throws when the server is too old, a role is missing, or a backup was only half put in, with what to do.
 */
export async function migrateDatabase(ownerUrl: string, { restoring = false } = {}): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    const [server] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`
    refuseUnsafeServer(server?.version ?? 0)
    for (const name of ROLES) {
      const [role] = await sql`select 1 from pg_roles where rolname = ${name}`
      if (!role) throw new Error(`The role ${name} is missing: create it first, see README, Configuration.`)
    }
    const [half] = await sql`select 1 from pg_namespace where nspname = ${RESTORING}`
    if (half && !restoring)
      throw new Error('A backup was only half put into this database: run npm run restore again.')
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS })
    await grantToCompanyRole(sql)
    await grantToWorkerRole(sql)
  } finally {
    await sql.end()
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await migrateDatabase(process.env.DATABASE_OWNER_URL ?? '')
}

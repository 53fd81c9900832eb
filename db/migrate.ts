import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { grantToCompanyRole } from './company-role.ts'

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')
const ROLES = ['passaparola_web', 'passaparola_company']

/**
 * Brings the database to the newest schema. Needs the owner's address and the roles `passaparola_web` and
 * `passaparola_company`.
 * @throws when a role is missing, with what to do.
 */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    for (const name of ROLES) {
      const [role] = await sql`select 1 from pg_roles where rolname = ${name}`
      if (!role) throw new Error(`The role ${name} is missing: create it first, see README, Configuration.`)
    }
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS })
    await grantToCompanyRole(sql)
  } finally {
    await sql.end()
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await migrateDatabase(process.env.DATABASE_OWNER_URL ?? '')
}

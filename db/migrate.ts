import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const MIGRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')

/**
 * Brings the database to the newest schema. Needs the owner's address and the role `passaparola_web`.
 * @throws when the role is missing, with what to do.
 */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'passaparola_web'`
    if (!role)
      throw new Error('The role passaparola_web is missing: create it first, see README, Configuration.')
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS })
  } finally {
    await sql.end()
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await migrateDatabase(process.env.DATABASE_OWNER_URL ?? '')
}

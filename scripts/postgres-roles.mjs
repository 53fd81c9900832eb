const EXTENSIONS = ['pg_trgm', 'unaccent', 'btree_gin']

/**
 * Creates the login roles, or gives them their password again; and the role that the web role takes on while it works for a
 * company.
 */
export async function prepareRoles(superUrl, secrets) {
  await withConnection(superUrl, async (sql) => {
    for (const [role, password] of [
      ['passaparola_owner', secrets.PG_OWNER_PASSWORD],
      ['passaparola_web', secrets.PG_WEB_PASSWORD],
      ['passaparola_worker', secrets.PG_WORKER_PASSWORD],
    ]) {
      const [found] = await sql`select from pg_roles where rolname = ${role}`
      if (!found) await sql.unsafe(`create role ${role}`)
      // Row security holds only for a role that neither owns the tables nor may bypass it.
      await sql.unsafe(
        `alter role ${role} with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${password}'`,
      )
    }
    const [found] = await sql`select from pg_roles where rolname = 'passaparola_company'`
    if (!found) await sql.unsafe('create role passaparola_company nologin')
    await sql.unsafe('grant passaparola_company to passaparola_web')
  })
}

/**
 * Creates a database owned by `passaparola_owner`, with what only a superuser can put in it and what the queue needs.
 * Safe to repeat.
 */
export async function prepareDatabase(superUrl, name) {
  await withConnection(superUrl, async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${name}`
    if (!found) await sql.unsafe(`create database ${name} owner passaparola_owner template template0`)
    await sql.unsafe(`revoke all on database ${name} from public`)
    await sql.unsafe(`revoke temporary on database ${name} from passaparola_web`)
    await sql.unsafe(`grant connect on database ${name} to passaparola_web`)
    // The queue adds jobs in bulk through a temporary table.
    await sql.unsafe(`grant connect, temporary on database ${name} to passaparola_worker`)
  })
  await withConnection(databaseUrl(superUrl, name), async (sql) => {
    for (const extension of EXTENSIONS) await sql.unsafe(`create extension if not exists ${extension}`)
    await sql.unsafe('create schema if not exists bullmq authorization passaparola_worker')
    // Where the web owns anything it is an older clone's queue.
    await sql.unsafe('reassign owned by passaparola_web to passaparola_worker')
  })
}

/** The same connection to another database. */
export function databaseUrl(url, name) {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/**
 * One connection for the length of `work`; notices such as "already exists" stay silent.
 *
 * @template T
 * @param {string} url
 * @param {(sql: import('postgres').Sql) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withConnection(url, work) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

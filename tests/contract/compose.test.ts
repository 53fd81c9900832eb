import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { knownVariables, parseEnv } from '#app/platform/env.server.ts'
import { databaseUrl, withConnection } from '../../scripts/postgres-roles.mjs'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

type Service = {
  build?: string
  image?: string
  command?: string[]
  ports?: string[]
  environment?: Record<string, string>
}
type Compose = { services: Record<string, Service>; configs: { roles: { content: string } } }

/** What the `.env` of its heading would hold. */
const secrets: Record<string, string> = {
  POSTGRES_PASSWORD: 'a'.repeat(47) + 'b',
  OWNER_PASSWORD: '0123456789abcdef'.repeat(3),
  WEB_PASSWORD: 'fedcba9876543210'.repeat(3),
  WORKER_PASSWORD: '02468ace13579bdf'.repeat(3),
  APP_SECRET: '0123456789abcdef'.repeat(4),
  MASTER_KEY: Buffer.from('0123456789abcdef0123456789abcdef').toString('base64'),
  MEILI_MASTER_KEY: 'abcdef0123456789'.repeat(3),
  MEILI_SEARCH_KEY: 'a1b2c3d4'.repeat(8),
  MEILI_INDEX_KEY: 'd4c3b2a1'.repeat(8),
}

/** Fills in `${NAME:?why}` and `${NAME:-default}` as the engine does. */
const interpolate = (text: string): string =>
  text.replaceAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, kind: string, rest: string) => {
    const value = secrets[name] ?? (kind === '-' ? rest : undefined)
    if (value === undefined) throw new Error(`${name} has no value`)
    return value
  })

const raw = read('compose.yaml')
const compose = parse(interpolate(raw.replaceAll(/^\s*#.*$/gm, '')), { merge: true }) as Compose
const ours = Object.entries(compose.services).filter(
  ([, { environment }]) => environment?.APP_MODE !== undefined,
)
const environmentOf = (name: string) => compose.services[name]?.environment ?? {}

/** Where each of the others listens, as its own documentation says. */
const PORTS: Record<string, string> = { postgres: '5432', redis: '6379', meilisearch: '7700', mail: '1025' }

describe('compose.yaml', () => {
  it('starts everything, and PostgreSQL 17', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['mail', 'meilisearch', 'migrate', 'postgres', 'redis', 'search-keys', 'web', 'worker'].sort(),
    )
    expect(ours.map(([name]) => name).sort()).toEqual(['migrate', 'web', 'worker'])
    expect(compose.services.postgres?.image).toBe('postgres:17.2')
  })

  it.each(ours)(
    '%s: every variable is one that the product knows, and together they are a configuration',
    (name) => {
      const environment = environmentOf(name)
      expect(Object.keys(environment).filter((variable) => !knownVariables.includes(variable))).toEqual([])
      expect(parseEnv(environment).APP_MODE).toBe('production')
    },
  )

  it('names every secret that it needs in its heading, and no other', () => {
    const asked = new Set([...raw.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))
    const explained = new Set([...raw.matchAll(/^# {3}echo "(\w+)=/gm)].map(([, name]) => name))
    expect(explained).toEqual(asked)
  })

  it.each(ours)('%s: every address leads to a service, on its port', (name) => {
    const hosts = Object.entries(environmentOf(name))
      .filter(([variable]) => variable.endsWith('_URL') && variable !== 'APP_URL')
      .map(([, url]) => new URL(url))
    expect(hosts.length).toBeGreaterThan(3)
    for (const { hostname, port } of hosts) expect([hostname, port]).toEqual([hostname, PORTS[hostname]])
  })

  it('runs files that exist, those that npm start runs', () => {
    const start = read('scripts/start.mjs')
    const files = ours.flatMap(([, { command = [] }]) => command.join(' ').match(/[\w/-]+\.ts/g) ?? [])
    expect(files.sort()).toEqual([
      'db/migrate.ts',
      'server.ts',
      'workers/main.ts',
      'workers/migrate-queue.ts',
      'workers/write-taxonomy.ts',
    ])
    for (const file of files) {
      expect(existsSync(join(ROOT, file))).toBe(true)
      expect(start).toContain(`'${file}'`)
    }
  })

  it('publishes the port that the web server listens on', () => {
    const [published = ''] = compose.services.web?.ports ?? []
    expect(published.split(':').at(-1)).toBe(environmentOf('web').PORT)
  })

  it('starts a Redis that the queue trusts', () => {
    const command = compose.services.redis?.command?.join(' ')
    expect(command).toContain('--appendonly yes')
    expect(command).toContain('--maxmemory-policy noeviction')
  })

  it('tells nobody but the search server and the maker of keys its master key', () => {
    const told = Object.keys(compose.services).filter((name) => 'MEILI_MASTER_KEY' in environmentOf(name))
    expect(told).toEqual(['meilisearch', 'search-keys'])
    expect(compose.services['search-keys']?.command).toEqual(['node', 'scripts/search-keys.mjs'])
    const ids = (text: string) => [...text.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)].map(([id]) => id)
    expect(ids(raw)).toEqual(ids(read('scripts/search-keys.mjs')))
  })

  it('makes the roles, the extensions and the schema that the product needs, on a real PostgreSQL', async () => {
    const { superUrl } = inject('postgres')
    const unique = `compose_${String(process.pid)}`
    const statements = compose.configs.roles.content
      .replaceAll('passaparola_owner', `${unique}_owner`)
      .replaceAll('passaparola_web', `${unique}_web`)
      .replaceAll('passaparola_worker', `${unique}_worker`)
      .replaceAll('passaparola_company', `${unique}_company`)
      .replaceAll('database passaparola', `database ${unique}`)
    await withConnection(
      superUrl,
      async (sql) => void (await sql.unsafe(`create database ${unique} template template0`)),
    )
    try {
      await withConnection(databaseUrl(superUrl, unique), async (sql) => {
        await sql.unsafe('begin')
        await sql.unsafe(statements)
        const [found] =
          await sql`select nspowner::regrole::text as owner from pg_namespace where nspname = 'bullmq'`
        expect(found?.owner).toBe(`${unique}_worker`)
        const extensions = await sql<{ extname: string }[]>`select extname from pg_extension`
        const wanted = /EXTENSIONS = \[([^\]]+)\]/.exec(read('scripts/postgres-roles.mjs'))?.[1] ?? ''
        for (const [, name] of wanted.matchAll(/'(\w+)'/g))
          expect(extensions.map(({ extname }) => extname)).toContain(name)
        const [grants] = await sql`
          select has_database_privilege(${`${unique}_web`}, ${unique}, 'temporary') as web,
            has_database_privilege(${`${unique}_worker`}, ${unique}, 'temporary') as worker,
            has_database_privilege(${`${unique}_worker`}, ${unique}, 'create') as "create"`
        expect(grants).toEqual({ web: false, worker: true, create: false })
        const [member] = await sql`
          select pg_has_role(${`${unique}_web`}, ${`${unique}_company`}, 'member') as takes_it_on`
        expect(member).toEqual({ takes_it_on: true })
        await sql.unsafe('rollback')
      })
    } finally {
      await withConnection(
        superUrl,
        async (sql) => void (await sql.unsafe(`drop database ${unique} with (force)`)),
      )
    }
  })
})

describe('the Dockerfile', () => {
  const lines = read('Dockerfile').split('\n')

  it('has a Node that the product runs on, and scripts that it has', () => {
    const node = Number(/^FROM node:(\d+)/.exec(lines[0] ?? '')?.[1])
    expect(node).toBeGreaterThanOrEqual(20)
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const called = lines.flatMap((line) => line.match(/npm run ([\w:-]+)/)?.[1] ?? [])
    expect(called).toEqual(['build'])
    for (const script of called) expect(scripts).toHaveProperty(script)
  })

  it('copies and starts files that exist, and runs as nobody special', () => {
    const copied = /^COPY (.+) \.\/$/m.exec(read('Dockerfile'))?.[1]?.split(' ') ?? []
    expect(copied).toContain('package-lock.json')
    for (const file of [...copied, 'server.ts']) expect(existsSync(join(ROOT, file))).toBe(true)
    expect(lines).toContain('CMD ["node", "scripts/launch.mjs", "server.ts"]')
    expect(lines).toContain('USER node')
  })
})

import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { forPurpose, withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { useDatabase } from '#db/client.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { organisationsWithPeople } from './access/holders.ts'

const REQUESTS = 2_000
const CONNECTIONS = 5
/** As many ask at once as would wait for a connection in a busy hour. */
const AT_ONCE = 40

const db = useTestDatabase({ demo: true })
let server: Awaited<ReturnType<typeof startRealServer>>
let tenants: Tenant[]
/** Whose each code is that the network's people are known by. */
let codes: Map<string, string>

type Person = { id: CandidateId; code: string }
type Tenant = {
  manager: StaffActor
  cookie: string
  persons: Person[]
  hr: Awaited<ReturnType<typeof anHrContact>>
  hrCookie: string
}

beforeAll(async () => {
  process.env.DATABASE_POOL = String(CONNECTIONS)
  await useDatabase(db.urls().webUrl)
  tenants = []
  codes = new Map()
  for (const orgId of await organisationsWithPeople(db)) {
    const manager = await aStaff('case_manager', orgId)
    const rows = await db.asSystem((tx) =>
      tx.execute<Person>(sql`select id, code from candidates where org_id = ${orgId} order by id`),
    )
    for (const { code } of rows) codes.set(code, codes.has(code) ? 'shared' : orgId)
    const hr = await anHrContact()
    const openingId = await anOpening({ companyId: hr.companyId, title: `Ricerca ${hr.companyId}` })
    await aCard({ ...hr, openingId, proposedBy: manager.userId })
    const [cookie, hrCookie] = [await cookieOf(manager), await cookieOf(hr)]
    tenants.push({ manager, cookie, persons: [...rows].slice(0, 3), hr, hrCookie })
  }
  server = await startRealServer()
}, 120_000)

afterAll(async () => {
  await server.stop()
  delete process.env.DATABASE_POOL
})

const get = async (path: string, cookie: string): Promise<string> => {
  const answer = await fetch(server.url + path, { headers: { Cookie: cookie }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}

/** How many rows a query saw that are not of the organisation, of how many. */
const foreign = async (tx: Tx, table: SQL, orgId: string): Promise<[number, number]> => {
  const [row] = await tx.execute<{ all: number; wrong: number }>(
    sql`select count(*)::int as all, (count(*) filter (where org_id <> ${orgId}))::int as wrong from ${table}`,
  )
  return [row?.wrong ?? 0, row?.all ?? 0]
}

const TABLES = [sql`candidates`, sql`profiles`, sql`consents`, sql`proposals`, sql`placements`]
class Broken extends Error {}

/**
 * What somebody of a tenant does: pages and lists, and transactions that end badly in the middle of what opens more.
 * @returns how many rows, or names on a page, were wrong; and how many there were.
 */
type Doing = (tenant: Tenant, turn: number) => Promise<[number, number]>
const pages: Doing[] = [
  async ({ manager, cookie, persons }, turn) => {
    const person = persons[turn % persons.length]
    const alone = '_routes=routes%2Fdesk%2Fcandidate-accesses%2Froute'
    const page = await get(`/lavoro/persone/${person?.id ?? ''}/accessi.data?${alone}`, cookie)
    return codesOn(page, manager.orgId)
  },
  async ({ manager, cookie }) =>
    codesOn(
      await get('/lavoro/persone.data?_routes=routes%2Fdesk%2Fcandidates%2Froute', cookie),
      manager.orgId,
    ),
  async ({ hr, hrCookie }) => {
    const page = await get('/azienda/opportunita.data?_routes=routes%2Fcompany%2Fopenings%2Froute', hrCookie)
    const named = [...page.matchAll(/Ricerca ([0-9a-f-]{36})/g)].map(([, id]) => id)
    return [named.filter((id) => id !== hr.companyId).length, named.length]
  },
]
const transactions: Doing[] = [
  ...TABLES.map(
    (table) =>
      ({ manager }: Tenant): Promise<[number, number]> =>
        withActor(manager, (tx) => foreign(tx, table, manager.orgId)),
  ),
  // A purpose that opens the network's profiles, and the work fails while they are open.
  async ({ manager }) => {
    const work = withActor(manager, (tx) =>
      forPurpose(tx, 'matching', async () => {
        await tx.execute(sql`select count(*) from profiles`)
        throw new Broken()
      }),
    )
    await expect(work).rejects.toBeInstanceOf(Broken)
    return [0, 0]
  },
  // A statement that PostgreSQL refuses, after a row was changed.
  async ({ manager, persons }) => {
    const work = withActor(manager, async (tx) => {
      await tx.execute(sql`update candidates set version = -1 where id = ${persons[0]?.id ?? null}`)
      await tx.execute(sql`select 1 / 0`)
    })
    await expect(work).rejects.toThrow()
    return [0, 0]
  },
  // Everything that says who acts, asked of the connection itself.
  async ({ manager }) => {
    const [row] = await withActor(manager, (tx) =>
      tx.execute<{ said: string }>(sql`select concat_ws('|', current_user, current_setting('app.role'),
        current_setting('app.org'), current_setting('app.company', true), current_setting('app.purpose', true)) as said`),
    )
    return [row?.said === `passaparola_web|case_manager|${manager.orgId}||` ? 0 : 1, 1]
  },
  async ({ hr }) => {
    const [row] = await withActor(hr, (tx) =>
      tx.execute<{ wrong: number; all: number }>(sql`select count(*)::int as all,
        (count(*) filter (where company_id <> ${hr.companyId} or current_user <> 'passaparola_company'))::int as wrong
        from cards`),
    )
    return [row?.wrong ?? 1, row?.all ?? 0]
  },
]

const doings = [...pages, ...transactions, ...transactions]

function codesOn(page: string, orgId: string): [number, number] {
  const found = [...page.matchAll(/\b[A-ZÀ-Ù]+-\d{3}\b/g)].map(([code]) => codes.get(code)).filter((of) => of)
  return [found.filter((of) => of !== orgId && of !== 'shared').length, found.length]
}

describe(`${REQUESTS} requests of twelve organisations and their companies over five connections`, () => {
  it('see and change no row of another, whatever fails beside them', async () => {
    expect(tenants).toHaveLength(12)
    const seen = doings.map(() => [0, 0] as [number, number])
    let next = 0
    const asker = async (): Promise<void> => {
      for (let turn = next++; turn < REQUESTS; turn = next++) {
        const tenant = tenants[(turn * 7) % tenants.length] as Tenant
        const kind = (turn * 5 + Math.floor(turn / doings.length)) % doings.length
        const [wrong, all] = (await doings[kind]?.(tenant, turn)) ?? [1, 0]
        const sum = seen[kind] as [number, number]
        sum[0] += wrong
        sum[1] += all
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, asker))
    expect(seen.map(([wrong]) => wrong)).toEqual(doings.map(() => 0))
    // Each looked at something, but the two that end badly, both times.
    expect(seen.filter(([, all]) => all === 0)).toHaveLength(4)
    const connections = await db.asSystem((tx) =>
      tx.execute<{ of: number }>(sql`select count(*)::int as of from pg_stat_activity
        where datname = current_database() and application_name = 'passaparola'`),
    )
    expect(connections[0]?.of).toBeLessThanOrEqual(CONNECTIONS)
    expect(
      await db.asSystem((tx) => tx.execute(sql`select id from candidates where version < 1`)),
    ).toHaveLength(0)
  }, 180_000)
})

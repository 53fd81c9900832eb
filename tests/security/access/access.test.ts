import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '#app/domain/shared/actor.ts'
import { isByLink, type Access } from '#app/web/access.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { cookieOf, loadBuild, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { ask, asData, asDataAlone, moduleOf } from './ask.ts'
import { addressOf, routesOfBuild } from './routes-of-build.ts'
import { table, type Stated } from './table.ts'

const db = useTestDatabase()
const routes = routesOfBuild(await loadBuild())

type Caller = Role | 'anonymous'
const callers: Caller[] = ['anonymous', ...roles]
const cookies = new Map<Caller, string>()
let server: Awaited<ReturnType<typeof startRealServer>>

beforeAll(async () => {
  for (const role of ['case_manager', 'coordinator', 'admin'] as const) {
    cookies.set(role, await cookieOf(await aStaff(role)))
  }
  cookies.set('hr_contact', await cookieOf(await anHrContact()))
  server = await startRealServer()
})
afterAll(() => server.stop())

const stated = (access: Access | null): Stated | null =>
  access === null ? null : isByLink(access) ? 'link' : typeof access === 'string' ? access : [...access]

const mayCall = (access: Stated, caller: Caller): boolean => {
  if (access === 'everyone' || access === 'link') return true
  if (caller === 'anonymous') return false
  return access === 'signed_in' || access.includes(caller)
}

const call = (caller: Caller, address: string, method: 'GET' | 'POST'): Promise<Response> =>
  ask(server, address, { cookie: cookies.get(caller), method })

const denials = (): Promise<number> =>
  db.asSystem((tx) =>
    tx.$count(auditLog, and(eq(auditLog.result, 'denied'), sql`${auditLog.action} like 'denied %'`)),
  )

describe('the table of who may call what', () => {
  it('lists every route of the application, once, and nothing else', () => {
    expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(table).sort())
  })

  it.each(routes)('$id states the access that the table says', ({ id, loader, action }) => {
    expect(table[id]).toMatchObject({ loader: stated(loader), action: stated(action) })
  })
})

describe('who may not', () => {
  const refusals = routes.flatMap((route) =>
    callers.flatMap((caller) => [
      ...(route.loader && !mayCall(table[route.id]?.loader ?? [], caller)
        ? [{ id: route.id, caller, method: 'GET' as const, route }]
        : []),
      ...(route.action && !mayCall(table[route.id]?.action ?? [], caller)
        ? [{ id: route.id, caller, method: 'POST' as const, route }]
        : []),
    ]),
  )

  it.each(refusals)(
    '$method $id refuses $caller by document and by data request',
    async ({ caller, method, route }) => {
      const before = await denials()
      const data = [await call(caller, asDataAlone(route), method)]
      const pages: Response[] = []
      if (!route.frame) {
        pages.push(await call(caller, addressOf(route), method))
        data.push(await call(caller, asData(addressOf(route)), method))
      }
      for (const answer of data) {
        const body = await answer.text()
        if (caller === 'anonymous') expect(body).toContain('/accedi')
        expect(answer.status).toBe(caller === 'anonymous' ? 202 : 403)
      }
      for (const answer of pages) {
        if (caller === 'anonymous') expect(answer.headers.get('Location')).toMatch(/^\/accedi/)
        expect(answer.status).toBe(caller === 'anonymous' ? 303 : 403)
      }
      // Whoever is nobody yet leaves no row: the log would be anybody's to fill.
      if (caller === 'anonymous') expect(await denials()).toBe(before)
      else expect(await denials()).toBeGreaterThan(before)
    },
  )

  it.each(routes.filter(({ loader, frame }) => loader && !frame))(
    '$id answers no ?_data= request, whoever asks',
    async (route) => {
      for (const caller of callers) {
        const answer = await call(caller, `${addressOf(route)}?_data=${moduleOf(route)}`, 'GET')
        expect(answer.status).toBe(404)
      }
    },
  )
})

import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#app/domain/shared/actor.ts'
import { auditLog } from '#db/schema/operations.ts'
import { loadBuild, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { ask, asData, asDataAlone, moduleOf } from './ask.ts'
import { aHolder, organisationsWithPeople, type Holder } from './holders.ts'
import { ownedForms } from './owned-forms.ts'
import { addressOf, routesOfBuild, type BuiltRoute } from './routes-of-build.ts'
import { table, type Owned } from './table.ts'

const db = useTestDatabase({ demo: true })
const routes = routesOfBuild(await loadBuild())
const NOBODYS = '11111111-1111-4111-8111-111111111111'

const isOwned = (of: string | undefined): of is Owned =>
  of !== undefined && !['network', 'everyone', 'token'].includes(of)
const owned = routes.flatMap((route, index) => {
  const of = table[route.id]?.of
  return isOwned(of) ? [{ id: route.id, route, of, apart: 1 + (index % 11) }] : []
})

let holders: Holder[]
let server: Awaited<ReturnType<typeof startRealServer>>

beforeAll(async () => {
  holders = []
  for (const orgId of await organisationsWithPeople(db)) holders.push(await aHolder(db, orgId))
  server = await startRealServer()
}, 120_000)
afterAll(() => server.stop())

type Case = (typeof owned)[number]

/** Who calls such a route, and the address of that which is `whose`. */
function calling({ route, of }: Case, holder: Holder) {
  const stated = table[route.id]
  const access = stated?.loader ?? stated?.action
  const role = Array.isArray(access) ? access[0] : undefined
  if (role === undefined) throw new Error(`nobody owns ${route.id}`)
  const thingOf = (whose: Holder): string =>
    of === 'import' ? whose.imports[role === 'coordinator' ? role : 'case_manager'] : whose.own[of]
  const at = (thing: string): string => {
    const name = [':candidateId', ':cardId', ':id'].find((each) => route.path.includes(each)) ?? ''
    const path = route.path.replace(name, thing).replace(':id', holder.own.opening)
    return addressOf({ ...route, path })
  }
  return { ...holder.callers[role], thingOf, at }
}

/** Every way of asking for it: page, data, data of this route alone; and one of its forms the same three ways. */
function waysOf(route: BuiltRoute, address: string, turn: number) {
  const pages = [address, asData(address), asDataAlone(route, address)]
  const forms = ownedForms[route.id] ?? []
  const form = forms[turn % Math.max(1, forms.length)]
  return [
    ...(route.loader ? pages.map((to) => ({ to, method: 'GET' as const })) : []),
    ...(route.action ? pages.map((to) => ({ to, method: 'POST' as const, form })) : []),
  ]
}

/** An answer without what differs each time: the address asked for, and the secrets of one answer. */
const bare = async (answer: Response, thing: string): Promise<string> =>
  (await answer.text()).replaceAll(thing, 'ID').replace(/nonce="[^"]*"|nonce\\?":\\?"[^"]*"/g, 'nonce')

const denialsOf = async (things: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db.asSystem((tx) =>
    tx
      .select({ who: auditLog.actorId, what: auditLog.subjectId, times: sql<number>`count(*)::int` })
      .from(auditLog)
      .where(and(eq(auditLog.result, 'denied'), sql`${auditLog.subjectId} in ${things}`))
      .groupBy(auditLog.actorId, auditLog.subjectId),
  )
  return new Map(rows.map(({ who, what, times }) => [`${who ?? ''} ${what ?? ''}`, times]))
}

describe('whose it is', () => {
  it('is stated of every address that names something', () => {
    const naming = routes.filter(({ path, frame }) => path.includes(':') && !frame)
    expect(naming.filter(({ id }) => table[id]?.of === undefined).map(({ id }) => id)).toEqual([])
    const forms = owned.filter(({ route }) => route.action).map(({ id }) => id)
    expect(Object.keys(ownedForms).sort()).toEqual(forms.sort())
    expect(new Set(holders.map(({ orgId }) => orgId)).size).toBe(12)
  })

  it.each(owned)(
    '$id: eleven others find nothing, however they ask, and each try is written down',
    async (each) => {
      const before = await denialsOf(holders.map((holder) => calling(each, holder).thingOf(holder)))
      const asked = new Map(before)
      for (const [turn, holder] of holders.entries()) {
        const other = holders[(turn + each.apart) % holders.length] as Holder
        const { cookie, userId, thingOf, at } = calling(each, holder)
        const thing = thingOf(other)
        for (const { to, ...how } of waysOf(each.route, at(thing), turn)) {
          const answer = await ask(server, to, { cookie, ...how })
          expect([how.method, to, answer.status]).toEqual([how.method, to, 404])
          const key = `${userId} ${thing}`
          asked.set(key, (asked.get(key) ?? 0) + 1)
        }
        const byName = `${at(thing)}?_data=${moduleOf(each.route)}`
        expect((await ask(server, byName, { cookie, method: 'GET' })).status).toBe(404)
      }
      const things = holders.map((holder) => calling(each, holder).thingOf(holder))
      expect(await denialsOf(things)).toEqual(asked)
    },
  )

  it.each(owned)('$id: its own finds it, and another’s is told from nothing by no letter', async (each) => {
    const [holder, other] = holders as [Holder, Holder]
    const { cookie, thingOf, at } = calling(each, holder)
    const [mine, theirs] = [thingOf(holder), thingOf(other)]
    for (const { to, ...how } of waysOf(each.route, at(mine), 0).filter(({ method }) => method === 'GET'))
      expect([to, (await ask(server, to, { cookie, ...how })).status]).toEqual([to, 200])
    const [ofTheirs, ofNobody] = [waysOf(each.route, at(theirs), 0), waysOf(each.route, at(NOBODYS), 0)]
    for (const [index, { to, ...how }] of ofTheirs.entries()) {
      const nothing = await ask(server, ofNobody[index]?.to ?? '', { cookie, ...how })
      const answer = await ask(server, to, { cookie, ...how })
      expect([to, answer.status]).toEqual([to, nothing.status])
      expect(await bare(answer, theirs)).toBe(await bare(nothing, NOBODYS))
    }
  })
})

/** What two pages ask for beside their address. */
const wanted = (route: BuiltRoute, { companyId }: Holder): string => {
  if (route.id === 'desk/story-new') return `?azienda=${companyId}`
  return route.id === 'api/relationships-export' ? '?tabella=persone' : ''
}

describe('who may', () => {
  const pages = routes.filter(
    ({ id, path, loader, frame }) =>
      loader && !frame && !path.includes(':') && Array.isArray(table[id]?.loader),
  )

  it.each(pages)('$id opens for each of its roles', async (route) => {
    const [holder] = holders as [Holder]
    for (const role of (table[route.id]?.loader ?? []) as Role[]) {
      const { cookie } = holder.callers[role]
      const answer = await ask(server, addressOf(route) + wanted(route, holder), { cookie, method: 'GET' })
      expect([role, answer.status]).toEqual([role, 200])
    }
  })
})

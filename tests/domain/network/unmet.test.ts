import { eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freezeMonth } from '#app/domain/network/freeze-month.server.ts'
import { readGuidance } from '#app/domain/network/read-guidance.server.ts'
import { frozenMonths, measures, readUnmet } from '#app/domain/network/unmet.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { openings } from '#db/schema/openings.ts'
import { matchGuidance, matchSnapshots } from '#db/schema/snapshots.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const NOVEMBER = '2026-11-01'
let day = '2026-11-17'
let restore: () => void
beforeAll(() => {
  restore = setClock(() => new Date(`${day}T09:00:00Z`))
})
afterAll(() => restore())

const guidanceOf = async (actor: Actor) => Object.fromEntries(await withActor(actor, readGuidance))
const freeze = () => db.asSystem((tx) => freezeMonth(tx))

/** Five openings of five companies that ask for more Italian than a dozen people have. */
async function anUnmetMonth() {
  for (let at = 0; at < 5; at++) await anOpening({ companyId: await aCompany(), italianSpoken: 4 })
  for (let at = 0; at < 12; at++) await aCandidate()
}

beforeEach(async () => {
  day = '2026-11-17'
  await db.asSystem(async (tx) => {
    await tx.delete(matchSnapshots).where(isNotNull(matchSnapshots.month))
    await tx.delete(matchGuidance).where(isNotNull(matchGuidance.month))
    await tx.delete(candidates).where(isNotNull(candidates.id))
    await tx.delete(openings).where(isNotNull(openings.id))
  })
})

describe('a frozen month', () => {
  test('shows coordinators openings and people, rounded, and what parts them', async () => {
    await anUnmetMonth()
    expect(await freeze()).toBe(true)
    const coordinator = await aStaff('coordinator')
    const unmet = await withActor(coordinator, (tx) => readUnmet(tx, NOVEMBER))
    const line = (rows: { key: string; cells: unknown[] }[], key: string) =>
      Object.fromEntries(measures.map((name, at) => [name, rows.find((row) => row.key === key)?.cells[at]]))
    expect(line(unmet.demand.area.rows, 'torino')).toMatchObject({ all: 5, unmet: 5, language: 5, shift: 0 })
    expect(line(unmet.supply.area.rows, 'torino')).toMatchObject({ all: 10, unmet: 10, language: 10 })
    expect(line(unmet.supply.sector.rows, 'unstated')).toMatchObject({ all: 10, unmet: 10 })
    expect(line(unmet.demand.sector.rows, 'hospitality')).toMatchObject({ all: 5, unmet: 5 })
  })

  test('stays as it is: a second freeze and whatever happens later change nothing of it', async () => {
    await anUnmetMonth()
    await freeze()
    const rows = () => db.asSystem((tx) => tx.select().from(matchSnapshots))
    const before = await rows()
    await aCandidate({ profile: { italianSpoken: 6 } })
    expect(await freeze()).toBe(false)
    expect(await rows()).toEqual(before)
    day = '2026-12-02'
    expect(await freeze()).toBe(true)
    const coordinator = await aStaff('coordinator')
    expect(await withActor(coordinator, frozenMonths)).toEqual(['2026-12-01', NOVEMBER])
  })

  test('of a network without anybody is a month all the same', async () => {
    expect(await freeze()).toBe(true)
    expect(await freeze()).toBe(false)
  })

  test('is for coordinators, and its counts for our own processes alone', async () => {
    await anUnmetMonth()
    await freeze()
    for (const actor of [await aStaff('case_manager'), await aStaff('admin'), await anHrContact()]) {
      await expect(withActor(actor, (tx) => readUnmet(tx, NOVEMBER))).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(withActor(actor, (tx) => freezeMonth(tx))).rejects.toMatchObject({ code: 'forbidden' })
    }
    for (const actor of [await aStaff('coordinator'), await anHrContact()]) {
      expect(await withActor(actor, (tx) => tx.$count(matchSnapshots))).toBe(0)
    }
  })
})

describe('what companies are told', () => {
  test('is general: the same for every company, in words, and nothing that changes with people in the month', async () => {
    const hr = await anHrContact()
    await anUnmetMonth()
    expect(await guidanceOf(hr)).toEqual({})
    await freeze()
    const told = await guidanceOf(hr)
    expect(told).toEqual({ language_lower: 'many_more' })
    await db.asSystem((tx) => tx.delete(candidates).where(isNotNull(candidates.id)))
    for (let at = 0; at < 3; at++) await aCandidate({ profile: { italianSpoken: 6 } })
    await freeze()
    expect(await guidanceOf(hr)).toEqual(told)
    expect(await guidanceOf(await anHrContact())).toEqual(told)
  })

  test('is nothing while fewer than eleven people stand behind it', async () => {
    const hr = await anHrContact()
    await anUnmetMonth()
    const [first, second] = await db.asSystem((tx) => tx.select({ id: candidates.id }).from(candidates))
    for (const one of [first, second])
      if (one) await db.asSystem((tx) => tx.delete(candidates).where(eq(candidates.id, one.id)))
    await freeze()
    expect(await guidanceOf(hr)).toEqual({})
  })

  test('is forgotten when two months have gone by without another', async () => {
    await anUnmetMonth()
    await freeze()
    day = '2027-01-05'
    expect(await guidanceOf(await anHrContact())).toEqual({})
  })
})

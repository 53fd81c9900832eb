import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import type { Actor, HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { closeDatabase, useDatabase } from '#db/client.ts'
import { candidates } from '#db/schema/candidates.ts'
import { openings } from '#db/schema/openings.ts'
import { aStaff, anHrContact } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { plainOpening } from '#tests/support/matching-arbitraries.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

/** As often as PostgreSQL looks at the values before it may keep a common plan, and once more. */
const OFTEN = 7

let first: StaffActor
let second: StaffActor
let hr: HrActor

beforeAll(async () => {
  first = await aStaff()
  second = await aStaff()
  await aCandidate({ orgId: first.orgId, caseManagerId: first.userId })
  hr = await anHrContact()
  await anOpening({ companyId: hr.companyId, state: 'draft' })
  await anOpening({ companyId: (await anHrContact()).companyId, state: 'draft' })
  // One connection for everybody: what is prepared for one is there when the next comes.
  process.env.DATABASE_POOL = '1'
  await useDatabase(db.urls().webUrl)
})

afterAll(async () => {
  delete process.env.DATABASE_POOL
  await closeDatabase()
})

const people = (actor: Actor) =>
  withActor(actor, (tx) => tx.$count(candidates, eq(candidates.state, 'active')))
const drafts = (actor: Actor) => withActor(actor, (tx) => tx.$count(openings, eq(openings.state, 'draft')))
const prepared = (like: string) =>
  withActor(first, async (tx) => {
    const [row] = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from pg_prepared_statements where statement like ${like}`,
    )
    return row?.count
  })

describe('a statement asked again', () => {
  it('is prepared from the second time on, and once', async () => {
    for (let turn = 0; turn < OFTEN; turn += 1) await people(first)
    expect(await prepared('%from "candidates"%')).toBe(1)
  })

  it('shows each who asks in turn over one connection hers alone, whatever was planned for the one before', async () => {
    const seen = []
    for (let turn = 0; turn < OFTEN; turn += 1) seen.push([await people(first), await people(second)])
    expect(seen).toEqual(seen.map(() => [1, 0]))
  })

  it('shows the companies’ own role what it may see, and nothing of what another role was planned', async () => {
    const seen = []
    for (let turn = 0; turn < OFTEN; turn += 1) seen.push([await drafts(first), await drafts(hr)])
    expect(seen).toEqual(seen.map(() => [2, 1]))
    await expect(people(hr)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('permission denied') as string },
    })
    expect(await people(first)).toBe(1)
  })

  it('and where its table stands in a part of it, planned once for all values', async () => {
    const inPart = (actor: Actor) =>
      withActor(actor, async (tx) => {
        const [row] = await tx.execute<{ count: number }>(sql`with those as (select state from openings)
          select count(*)::int as count from those where state = ${'draft'}::text
            and (select count(*) from openings where state = ${'draft'}::text) < ${100}::int`)
        return row?.count
      })
    const seen = []
    for (let turn = 0; turn < 2 * OFTEN; turn += 1) seen.push([await inPart(first), await inPart(hr)])
    for (let turn = 0; turn < OFTEN; turn += 1) await inPart(first)
    expect(seen).toEqual(seen.map(() => [2, 1]))
    expect(await inPart(hr)).toBe(1)
    const plans = await withActor(first, async (tx) => {
      await tx.execute(sql`select ${1}::int`)
      return tx.execute<{ generic: number }>(
        sql`select generic_plans::int as generic from pg_prepared_statements where generic_plans > ${0}::int`,
      )
    })
    expect(plans.length).toBeGreaterThan(0)
  })

  it('is planned anew each time where it matches', async () => {
    const none = plainOpening({})
    for (let turn = 0; turn < 3; turn += 1) await withActor(first, (tx) => postgresEngine.match(tx, none))
    expect(await prepared('%from match_profiles p%')).toBe(0)
    expect(await prepared('%select set_config%')).toBeGreaterThan(0)
  })

  it('is not kept where it is long, or one of ever other lists', async () => {
    const long = sql.join(
      Array.from({ length: 1_500 }, (_, n) => sql`${n}::int`),
      sql`, `,
    )
    for (let turn = 0; turn < 3; turn += 1)
      await withActor(first, (tx) => tx.execute(sql`select 'long' where 1 in (${long})`))
    expect(await prepared(`select 'long'%`)).toBe(0)
    for (let length = 1; length < 40; length += 1) {
      const list = sql.join(
        Array.from({ length }, (_, n) => sql`${n}::int`),
        sql`, `,
      )
      await withActor(first, (tx) => tx.execute(sql`select 'list' where 1 in (${list})`))
    }
    expect(await prepared(`select 'list'%`)).toBe(0)
  })
})

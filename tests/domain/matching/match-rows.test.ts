import fc from 'fast-check'
import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import { rebuildMatchProfiles } from '#app/domain/match-engine/rebuild.server.ts'
import type { MatchProfile } from '#app/domain/matching/types.ts'
import { emptyWeek, setRange, toBits, weekPresets } from '#app/domain/matching/week.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { newId } from '#app/platform/clock.server.ts'
import { candidates, profiles } from '#db/schema/candidates.ts'
import { matchProfiles, matchWeeks } from '#db/schema/matching.ts'
import { searchEntries } from '#db/schema/search.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { aPopulation, profileRow } from '#tests/support/factories/population.ts'
import { plainOpening, plainProfile, profiles as anyProfile } from '#tests/support/matching-arbitraries.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

beforeEach(() => db.asSystem((tx) => tx.delete(candidates).where(sql`true`)))

const ours = (id: string) => eq(profiles.candidateId, id as CandidateId)
const rebuilt = () => db.asSystem(rebuildMatchProfiles)
const change = (profile: MatchProfile, matchable = true) =>
  db.asSystem((tx) =>
    tx.update(profiles).set(profileRow(profile, matchable)).where(ours(profile.candidateId)),
  )
const rowOf = (id: string) =>
  db.asSystem((tx) =>
    tx
      .select()
      .from(matchProfiles)
      .where(eq(matchProfiles.candidateId, id as CandidateId)),
  )

describe('the rows that matching scans', () => {
  test('are what a rebuild derives, whatever was written in whatever order', async () => {
    const wanted = fc.tuple(anyProfile(), anyProfile(), fc.boolean(), fc.boolean())
    for (const [first, second, before, after] of fc.sample(wanted, 60)) {
      const { candidateId, orgId } = { ...first, candidateId: newId<string>() }
      await aPopulation([{ ...first, candidateId }], before)
      await change({ ...second, candidateId, orgId }, after)
      expect(await rowOf(candidateId)).toHaveLength(after ? 1 : 0)
    }
    expect(await rebuilt()).toEqual({ written: 0, removed: 0 })
  })

  test.each(Object.keys(plainProfile()) as (keyof MatchProfile)[])(
    'are what a rebuild derives where %s alone has changed, or with the week',
    async (name) => {
      for (const [first, second] of fc.sample(fc.tuple(anyProfile(), anyProfile()), 16)) {
        const profile = { ...first, candidateId: newId<string>() }
        await aPopulation([profile])
        const { candidateId, orgId } = profile
        const { available, withChildcare } = profile.maxKm % 2 ? second : profile
        await change({ ...profile, available, withChildcare, [name]: second[name], candidateId, orgId })
      }
      expect(await rebuilt()).toEqual({ written: 0, removed: 0 })
    },
  )

  test('go with the profile, and with being in the engine', async () => {
    const profile = plainProfile({ candidateId: newId() })
    await aPopulation([profile])
    expect(await rowOf(profile.candidateId)).toHaveLength(1)
    await db.asSystem((tx) => tx.update(profiles).set({ matchable: false }).where(ours(profile.candidateId)))
    expect(await rowOf(profile.candidateId)).toEqual([])
    await db.asSystem((tx) => tx.update(profiles).set({ matchable: true }).where(ours(profile.candidateId)))
    expect(await rowOf(profile.candidateId)).toHaveLength(1)
    await db.asSystem((tx) =>
      tx.delete(candidates).where(eq(candidates.id, profile.candidateId as CandidateId)),
    )
    expect(await rowOf(profile.candidateId)).toEqual([])
  })

  test('are written or not at all with the profile', async () => {
    const profile = plainProfile({ candidateId: newId() })
    await aPopulation([profile])
    const failing = db.asSystem(async (tx) => {
      await tx.update(profiles).set({ maxKm: 99 }).where(ours(profile.candidateId))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await rowOf(profile.candidateId))[0]?.maxKm).toBe(profile.maxKm)
  })

  test('are put right by a rebuild: changed, missing and left over', async () => {
    const [a, b, c] = [1, 2, 3].map(() => plainProfile({ candidateId: newId() }))
    if (!a || !b || !c) throw new Error('three people are needed')
    await aPopulation([a, b])
    await aPopulation([c], false)
    await db.asSystem(async (tx) => {
      const is = (id: string) => eq(matchProfiles.candidateId, id as CandidateId)
      const [row] = await tx.select().from(matchProfiles).where(is(a.candidateId))
      if (!row) throw new Error('no row')
      await tx.insert(matchProfiles).values({ ...row, candidateId: c.candidateId as CandidateId })
      await tx
        .update(matchProfiles)
        .set({ facts: 0n })
        .where(and(is(a.candidateId)))
      await tx.delete(matchProfiles).where(is(b.candidateId))
    })
    expect(await rebuilt()).toEqual({ written: 2, removed: 1 })
    expect(await rebuilt()).toEqual({ written: 0, removed: 0 })
  })

  test('are rebuilt by the engine together with the search box', async () => {
    const profile = plainProfile({ candidateId: newId() })
    await aPopulation([profile])
    const companyId = await aCompany({ name: 'Torrefazione Prova' })
    await db.asSystem(async (tx) => {
      await tx.delete(matchProfiles).where(sql`true`)
      await tx.delete(searchEntries).where(sql`true`)
    })
    const { written, entries } = await db.asSystem((tx) => postgresEngine.rebuild(tx))
    expect(written).toBe(1)
    const found = await db.asSystem((tx) => postgresEngine.search(tx, { text: 'torefazione' }, { limit: 5 }))
    expect(found.groups.flatMap(({ hits }) => hits.map(({ ref }) => ref))).toContain(companyId)
    expect(entries).toBeGreaterThanOrEqual(found.total)
  })

  test('are rebuilt by our own processes alone', async () => {
    const attempt = withActor(await aStaff('case_manager'), rebuildMatchProfiles)
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the dictionaries', () => {
  const week = (halfHour: number) => setRange(weekPresets.mon_fri_8_16, 6, halfHour, halfHour + 1)
  const admitted = (tx: Tx) => postgresEngine.match(tx, plainOpening({ startLatest: '2099-01-01' }))
  const matched = () => withActor(system('test'), admitted)

  test('keep one row for equal weeks', async () => {
    const people = [1, 2, 3].map(() =>
      plainProfile({ candidateId: newId(), available: week(3), withChildcare: week(3) }),
    )
    await aPopulation(people)
    const same = await db.asSystem((tx) => tx.$count(matchWeeks, eq(matchWeeks.available, toBits(week(3)))))
    expect(same).toBe(1)
  })

  test('learn a week whose transaction ends after that of a later one', async () => {
    const [slow, quick] = [1, 2].map(() => plainProfile({ candidateId: newId() }))
    if (!slow || !quick) throw new Error('two people are needed')
    await aPopulation([slow, quick])
    const change = (tx: Tx, id: string, mask: bigint) =>
      tx
        .update(profiles)
        .set({ available: toBits(mask), withChildcare: toBits(mask) })
        .where(ours(id))
    await db.asSystem(async (tx) => {
      await change(tx, slow.candidateId, week(10))
      await db.asSystem((other) => change(other, quick.candidateId, week(11)))
      expect((await matched()).admitted.own).toBe(2)
    })
    expect((await matched()).admitted.own).toBe(2)
  })

  test('learn a word again whose first transaction was rolled back', async () => {
    const profile = plainProfile({ candidateId: newId() })
    await aPopulation([profile])
    const opening = plainOpening({
      startLatest: '2099-01-01',
      requiredSkills: [{ code: 'sk-only-here', level: 1 }],
    })
    const learn = (tx: Tx) =>
      tx
        .update(profiles)
        .set({ skillCodes: ['sk-only-here'], skillLevels: [1] })
        .where(ours(profile.candidateId))
    const failing = db.asSystem(async (tx) => {
      await learn(tx)
      expect((await postgresEngine.match(tx, opening)).admitted.own).toBe(1)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await db.asSystem((tx) => postgresEngine.match(tx, opening))).admitted.own).toBe(0)
    await db.asSystem(learn)
    expect((await db.asSystem((tx) => postgresEngine.match(tx, opening))).admitted.own).toBe(1)
  })

  test('judge nobody by a week they have not learnt', async () => {
    const profile = plainProfile({ candidateId: newId(), available: emptyWeek, withChildcare: emptyWeek })
    await aPopulation([profile])
    expect((await matched()).admitted).toEqual({ own: 0, others: 0 })
  })
})

test('a match goes on whole while everything is rebuilt', async () => {
  const people = Array.from({ length: 300 }, () => plainProfile({ candidateId: newId() }))
  await aPopulation(people)
  const opening = plainOpening({ startLatest: '2099-01-01' })
  await db.asSystem(async (tx) => {
    await tx
      .update(matchProfiles)
      .set({ facts: 0n })
      .where(sql`true`)
  })
  let over = false
  const seen = new Set<number>()
  const reading = (async () => {
    while (!over)
      seen.add((await withActor(system('test'), (tx) => postgresEngine.match(tx, opening))).admitted.own)
  })()
  await rebuilt()
  over = true
  await reading
  seen.add((await withActor(system('test'), (tx) => postgresEngine.match(tx, opening))).admitted.own)
  expect([...seen].filter((count) => count !== 0 && count !== people.length)).toEqual([])
  expect(seen).toContain(people.length)
})

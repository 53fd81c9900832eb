import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { scopeOfCompany, scopesOf } from '#app/domain/search/scopes.ts'
import { ANONYMOUS, type Actor, type HrActor } from '#app/domain/shared/actor.ts'
import { forPurpose, withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { searchEntries, searchPostings, searchSpellings, searchWords } from '#db/schema/search.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { aTaxonomy } from '#tests/support/factories/taxonomy.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let actors: Record<string, Actor>
let hr: HrActor
let rival: HrActor

beforeAll(async () => {
  hr = await anHrContact(await aCompany({ name: 'Vetreria Nervi' }))
  rival = await anHrContact(await aCompany({ name: 'Lanificio Sella' }))
  await anOpening({ companyId: hr.companyId, title: 'Soffiatrice', state: 'draft' })
  await anOpening({ companyId: hr.companyId, title: 'Molatore' })
  await aStory({ companyId: hr.companyId, title: 'Intagliata', state: 'submitted' })
  await aStory({ companyId: hr.companyId, title: 'Luminosa', state: 'published' })
  await aCandidate()
  await aTaxonomy(/sk-tig-welding/)
  await db.asSystem((tx) => rebuildIndex(tx))
  actors = {
    case_manager: await aStaff('case_manager'),
    coordinator: await aStaff('coordinator'),
    admin: await aStaff('admin'),
    hr,
    rival,
    link: { kind: 'link', cardId: hr.userId as never, companyId: hr.companyId, contactId: hr.contactId },
    anonymous: ANONYMOUS,
  }
})

const tables = { searchPostings, searchWords, searchSpellings }
const scopesSeen = (actor: Actor, table: keyof typeof tables) =>
  withActor(actor, async (tx) => {
    const rows = await tx.selectDistinct({ scope: tables[table].scope }).from(tables[table])
    return rows.map(({ scope }) => scope).sort()
  })
const titlesSeen = (actor: Actor) =>
  withActor(actor, async (tx) => {
    const rows = await tx.select({ title: searchEntries.title }).from(searchEntries)
    return rows.map(({ title }) => title).sort()
  })

describe('without any condition', () => {
  test('each actor reads the rows of her own scopes, and the policies know the same scopes as the search', async () => {
    for (const [who, actor] of Object.entries(actors)) {
      const own = scopesOf(actor).sort()
      expect([who, await withActor(actor, scopesInDatabase)]).toEqual([who, own])
      for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
        const seen = await scopesSeen(actor, table)
        expect([who, table, seen.filter((scope) => !own.includes(scope as never))]).toEqual([who, table, []])
        expect(seen.length).toBeGreaterThan(0)
      }
    }
  })

  test('each actor reads the entries that are hers to find', async () => {
    const network = [
      'Intagliata',
      'Lanificio Sella',
      'Luminosa',
      'Molatore',
      'Vetreria Nervi',
      'saldatura TIG',
    ]
    expect(await titlesSeen(actors.case_manager ?? ANONYMOUS)).toEqual(network)
    expect(await titlesSeen(actors.coordinator ?? ANONYMOUS)).toEqual(network)
    expect(await titlesSeen(hr)).toEqual([
      'Intagliata',
      'Luminosa',
      'Molatore',
      'Soffiatrice',
      'saldatura TIG',
    ])
    expect(await titlesSeen(rival)).toEqual(['Luminosa', 'saldatura TIG'])
    expect(await titlesSeen(actors.admin ?? ANONYMOUS)).toEqual(['Luminosa', 'saldatura TIG'])
    expect(await titlesSeen(actors.link ?? ANONYMOUS)).toEqual(['Luminosa'])
    expect(await titlesSeen(ANONYMOUS)).toEqual(['Luminosa'])
  })
})

describe('while indexing', () => {
  const entry = (companyId: string | null) => ({
    ...{ id: crypto.randomUUID(), kind: 'company' as const, ref: 'x', scopes: ['everyone'], title: 'x' },
    companyId: companyId as HrActor['companyId'] | null,
  })
  const indexing = (actor: Actor, work: (tx: Tx) => Promise<unknown>) =>
    withActor(actor, (tx) => forPurpose(tx, 'indexing', () => work(tx)))

  test('a contact reaches the entries of her own company and no others', async () => {
    const seen = await withActor(rival, (tx) =>
      forPurpose(tx, 'indexing', () => tx.select({ title: searchEntries.title }).from(searchEntries)),
    )
    expect(seen.map(({ title }) => title).sort()).toEqual(['Lanificio Sella', 'Luminosa', 'saldatura TIG'])
    await indexing(rival, (tx) => tx.delete(searchEntries))
    expect(await db.asSystem((tx) => tx.$count(searchEntries))).toBe(6)
    await db.asSystem((tx) => rebuildIndex(tx))
  })

  test('nobody writes an entry or a posting of another company, or a label', async () => {
    const theirs = await db.asSystem((tx) => tx.select().from(searchEntries))
    const foreign = theirs.find(({ companyId }) => companyId === hr.companyId)?.id ?? ''
    const posting = { scope: 'everyone', word: 'x', kind: 'company' as const, entryId: foreign, weight: 1 }
    for (const actor of [rival, ANONYMOUS, actors.link ?? ANONYMOUS]) {
      await expect(
        indexing(actor, (tx) => tx.insert(searchEntries).values(entry(hr.companyId))),
      ).rejects.toThrow()
      await expect(indexing(actor, (tx) => tx.insert(searchEntries).values(entry(null)))).rejects.toThrow()
      await expect(indexing(actor, (tx) => tx.insert(searchPostings).values(posting))).rejects.toThrow()
    }
    await expect(
      indexing(actors.case_manager ?? ANONYMOUS, (tx) => tx.insert(searchEntries).values(entry(null))),
    ).rejects.toThrow()
    await expect(
      indexing(ANONYMOUS, (tx) => tx.insert(searchWords).values({ scope: 'everyone', word: 'x', stem: 'x' })),
    ).rejects.toThrow()
  })

  test('a contact adds words to what everybody shares, and reads none of the network by it', async () => {
    await indexing(rival, (tx) =>
      tx.insert(searchWords).values({ scope: 'network', word: 'nuova', stem: 'nuov' }),
    )
    expect(await scopesSeen(rival, 'searchWords')).toEqual(['everyone', 'signed_in'])
  })

  test('nobody changes a row in its place', async () => {
    await expect(indexing(hr, (tx) => tx.update(searchEntries).set({ title: 'y' }))).rejects.toThrow()
  })
})

test('no person and no code of one is in the index', async () => {
  await db.asSystem(async (tx) => {
    const [person] = await tx.select({ code: candidates.code }).from(candidates)
    const [plant = '?'] = (person?.code ?? '').toLowerCase().split('-')
    const [found] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from search_words where word = ${plant}`,
    )
    expect(found?.n).toBe(0)
    const columns = await tx.execute<{ name: string }>(sql`select column_name as name
      from information_schema.columns where table_schema = 'public' and table_name like 'search_%'`)
    expect(
      columns.map(({ name }) => name).filter((name) => /candidate|person|org_id|card/.test(name)),
    ).toEqual([])
  })
})

async function scopesInDatabase(tx: Tx): Promise<string[]> {
  const [row] = await tx.execute<{ scopes: string[] }>(sql`select app.search_scopes() as scopes`)
  return (row?.scopes ?? []).sort()
}

test('the scopes of a company are its own', () => {
  expect(scopesOf(hr)).toContain(scopeOfCompany(hr.companyId))
  expect(scopesOf(rival)).not.toContain(scopeOfCompany(hr.companyId))
})

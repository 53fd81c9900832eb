import { beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS, type Actor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import type { EntryKind } from '#app/domain/search/entry.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { searchEntries } from '#app/domain/search/search-entries.server.ts'
import { writeCurated } from '#app/domain/taxonomy/write-curated.server.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let actors: Record<'caseManager' | 'coordinator' | 'admin' | 'hr' | 'otherHr' | 'anonymous', Actor>

beforeAll(async () => {
  await db.asSystem(writeCurated)
  const bakery = await aCompany({ name: 'Caffè Zagarella', placeCode: '001272' })
  const depot = await aCompany({ name: 'Depositi Quaranta', vatId: '01234567897' })
  actors = {
    caseManager: await aStaff('case_manager'),
    coordinator: await aStaff('coordinator'),
    admin: await aStaff('admin'),
    hr: await anHrContact(bakery),
    otherHr: await anHrContact(depot),
    anonymous: ANONYMOUS,
  }
  await anOpening({
    companyId: depot,
    title: 'Magazziniere per il turno di notte',
    postedAt: new Date('2026-02-01T09:00:00Z'),
  })
  await anOpening({
    companyId: depot,
    title: 'Magazziniere per il turno di giorno',
    postedAt: new Date('2026-03-01T09:00:00Z'),
  })
  await anOpening({ companyId: depot, title: 'Magazziniere per il turno di sera', state: 'closed' })
  await anOpening({
    companyId: bakery,
    title: 'Addetta alle pulizie',
    professionCode: 'isco-9112-room-attendant',
  })
  await anOpening({ companyId: bakery, title: 'Pasticciere di Zagarella', state: 'draft' })
  await aStory({
    companyId: bakery,
    companyName: 'Caffè Zagarella',
    title: 'Zagarella cresce',
    state: 'published',
  })
  await aStory({
    companyId: bakery,
    companyName: 'Caffè Zagarella',
    title: 'Zagarella in bozza',
    state: 'draft',
  })
  await aStory({
    companyId: bakery,
    companyName: 'Caffè Zagarella',
    title: 'Zagarella in attesa',
    state: 'submitted',
  })
  await db.asSystem((tx) => rebuildIndex(tx))
}, 60_000)

const search = (actor: Actor, text: string, kinds?: EntryKind[]) =>
  withActor(actor, (tx) => searchEntries(tx, { text, ...(kinds ? { kinds } : {}) }, { limit: 10 }))

const titles = async (actor: Actor, text: string, kind: EntryKind) =>
  (await search(actor, text, [kind])).groups.flatMap(({ hits }) => hits.map(({ title }) => title))

describe('the search box', () => {
  it('finds a profession and its openings by a word with a typing error, and says what it took it for', async () => {
    const found = await search(actors.caseManager, 'magaziniere')
    expect(found.corrections).toEqual([{ typed: 'magaziniere', meant: 'magazziniere' }])
    expect(found.groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['opening', 'profession']))
    expect((await titles(actors.caseManager, 'magaziniere', 'profession'))[0]).toMatch(/^Magazzinier/)
  })

  it('shows what is open before what is closed, and of two that fit alike the newer first', async () => {
    expect(await titles(actors.caseManager, 'magazziniere turno', 'opening')).toEqual([
      'Magazziniere per il turno di giorno',
      'Magazziniere per il turno di notte',
      'Magazziniere per il turno di sera',
    ])
  })

  it.each(['pulizia', 'pulizie', 'puliz', 'add pulizie', 'PULIZÌE', 'pulzie', 'addette pulizie'])(
    'finds the opening for cleaning by %s',
    async (text) => {
      expect(await titles(actors.caseManager, text, 'opening')).toContain('Addetta alle pulizie')
    },
  )

  it.each(['caffe', 'caffè', 'zagarela', 'caffe zag', 'caffe torino', 'Caffè  ZAGARELLA!'])(
    'finds the company by %s',
    async (text) => {
      expect(await titles(actors.caseManager, text, 'company')).toEqual(['Caffè Zagarella'])
    },
  )

  it('finds a company by its partita IVA or the beginning of it', async () => {
    expect(await titles(actors.caseManager, '01234567897', 'company')).toEqual(['Depositi Quaranta'])
    expect(await titles(actors.caseManager, '0123456', 'company')).toEqual(['Depositi Quaranta'])
    expect(await titles(actors.caseManager, '01234567898', 'company')).toEqual([])
  })

  it('answers as one types, also after a typing error', async () => {
    for (const text of ['zaga', 'zagar', 'zagare', 'zagarel', 'zagrel', 'zaagrella']) {
      expect([text, await titles(actors.caseManager, text, 'company')]).toEqual([text, ['Caffè Zagarella']])
    }
  })

  it('finds a label by its other language', async () => {
    expect(await titles(actors.hr, 'warehouse', 'profession')).not.toEqual([])
    const dishes = await search(actors.hr, 'washing dishes', ['skill'])
    expect(dishes.groups[0]?.hits[0]).toMatchObject({
      ref: 'sk-dishwashing',
      titleEn: 'washing dishes and pots',
    })
  })

  it('finds an opening by the skill or profession that it names', async () => {
    expect(await titles(actors.caseManager, 'room attendant', 'opening')).toEqual(['Addetta alle pulizie'])
  })

  it('finds what has some of the words where nothing has all, and says so', async () => {
    const found = await search(actors.caseManager, 'zagarella astronauta', ['company'])
    expect(found).toMatchObject({ partial: true, total: 1 })
    expect((await search(actors.caseManager, 'zagarella', ['company'])).partial).toBe(false)
  })

  it('pages each kind by itself', async () => {
    const page = (offset: number) =>
      withActor(actors.caseManager, (tx) =>
        searchEntries(tx, { text: 'magazziniere', kinds: ['opening'] }, { limit: 2, offset }),
      )
    const [first, second] = [await page(0), await page(2)]
    expect([first.total, second.total]).toEqual([3, 3])
    const shown = [first, second].flatMap(({ groups }) =>
      groups.flatMap(({ hits }) => hits.map(({ ref }) => ref)),
    )
    expect(new Set(shown).size).toBe(3)
  })

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['signs', '%_\\\'"&|!:*()<->;--'],
    ['control characters', '\u0001\u0007\t\n\u009f'],
    ['another alphabet', 'Магазин 仓库 مخزن'],
    ['a very long word', 'z'.repeat(5_000)],
    ['very many words', 'xyzzy '.repeat(2_000)],
    ['array syntax', '{"a",null}'],
  ])('takes %s and finds nothing', async (_, text) => {
    expect(await search(actors.caseManager, text)).toMatchObject({ total: 0, groups: [] })
  })

  it('takes a wildcard for the sign it is', async () => {
    expect(await titles(actors.caseManager, 'zag%', 'company')).toEqual(['Caffè Zagarella'])
    expect((await search(actors.caseManager, '%')).total).toBe(0)
  })

  it('looks for a stop word only when it stands alone, as the beginning of a word', async () => {
    expect(await titles(actors.caseManager, 'alle pulizie di', 'opening')).toContain('Addetta alle pulizie')
    expect((await search(actors.caseManager, 'della')).total).toBe(0)
  })
})

describe('who finds what', () => {
  const everything = async (actor: Actor) => {
    const found = await search(actor, 'zagarella')
    return found.groups.flatMap(({ kind, hits }) => hits.map(({ title }) => `${kind}: ${title}`)).sort()
  }

  it('the network finds companies, posted openings and stories that were handed in, no drafts', async () => {
    const network = [
      'company: Caffè Zagarella',
      'opening: Addetta alle pulizie',
      'story: Zagarella cresce',
      'story: Zagarella in attesa',
    ]
    expect(await everything(actors.caseManager)).toEqual(network)
    expect(await everything(actors.coordinator)).toEqual(network)
  })

  it('an HR contact finds her own openings and stories, drafts too, and what is published', async () => {
    expect(await everything(actors.hr)).toEqual([
      'opening: Addetta alle pulizie',
      'opening: Pasticciere di Zagarella',
      'story: Zagarella cresce',
      'story: Zagarella in attesa',
      'story: Zagarella in bozza',
    ])
  })

  it('anybody else finds what is published, and only those signed in the labels', async () => {
    expect(await everything(actors.otherHr)).toEqual(['story: Zagarella cresce'])
    expect(await everything(actors.admin)).toEqual(['story: Zagarella cresce'])
    expect(await everything(actors.anonymous)).toEqual(['story: Zagarella cresce'])
    expect((await search(actors.otherHr, 'magazziniere', ['profession'])).total).toBeGreaterThan(0)
    expect((await search(actors.anonymous, 'magazziniere', ['profession', 'skill'])).total).toBe(0)
  })

  it('a correction never tells a word that the actor could not find', async () => {
    expect((await search(actors.otherHr, 'pasticiere di zagarela')).corrections).not.toContainEqual({
      typed: 'quaranto',
      meant: 'quaranta',
    })
    expect((await search(actors.hr, 'depositti')).corrections).toEqual([])
    expect((await search(actors.otherHr, 'depositti')).corrections).toEqual([
      { typed: 'depositti', meant: 'depositi' },
    ])
  })
})

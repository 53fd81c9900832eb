import { describe, expect, test } from 'vitest'
import { ANONYMOUS } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import {
  listPublishedStories,
  storyFacets,
  type StoryFilter,
} from '#app/domain/stories/list-published-stories.server.ts'
import {
  listCompanyStories,
  listNetworkStories,
  listStoriesToReview,
} from '#app/domain/stories/list-stories.server.ts'
import { loadStory } from '#app/domain/stories/load-story.server.ts'
import { readPublishedStory } from '#app/domain/stories/read-published-story.server.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()

const FIRST = { page: 1, perPage: 20 }
const all: StoryFilter = { sector: null, size: null, province: null, ...FIRST }
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)
const states = ['draft', 'awaiting_company', 'submitted', 'published', 'withdrawn'] as const

describe('the public', () => {
  test('sees published stories and no other, newest first, filtered and paged', async () => {
    for (const state of states) await aStory({ state, slug: `pubblica-${state}` })
    const day = (date: number) => new Date(Date.UTC(2026, 0, date))
    await aStory({ state: 'published', slug: 'cuneo', placeCode: '004078', publishedAt: day(1) })
    await aStory({
      state: 'published',
      slug: 'metal',
      sector: 'metal',
      sizeBand: 'large',
      publishedAt: day(2),
    })
    const read = (filter: Partial<StoryFilter>) =>
      withActor(ANONYMOUS, (tx) => listPublishedStories(tx, { ...all, ...filter }))
    const slugs = async (filter: Partial<StoryFilter>) => (await read(filter)).stories.map(({ slug }) => slug)

    expect(await slugs({})).toEqual(['pubblica-published', 'metal', 'cuneo'])
    expect(await slugs({ sector: 'metal' })).toEqual(['metal'])
    expect(await slugs({ size: 'large' })).toEqual(['metal'])
    expect((await read({ page: 2, perPage: 2 })).stories.map(({ slug }) => slug)).toEqual(['cuneo'])
    expect((await read({ page: 2, perPage: 2 })).total).toBe(3)
    expect(await slugs({ province: 'CN' })).toEqual(['cuneo'])
    expect(await withActor(ANONYMOUS, storyFacets)).toEqual({
      sectors: expect.arrayContaining(['hotels', 'metal']) as string[],
      sizes: expect.arrayContaining(['small', 'large']) as string[],
      provinces: ['TO', 'CN'],
    })
  })

  test('reads one by its address and nothing that is not published', async () => {
    for (const state of states) await aStory({ state, slug: `letta-${state}` })
    expect(await withActor(ANONYMOUS, (tx) => readPublishedStory(tx, 'letta-published'))).toMatchObject({
      companyName: 'Azienda',
    })
    for (const state of states.filter((each) => each !== 'published')) {
      expect(
        await refusal(withActor(ANONYMOUS, (tx) => readPublishedStory(tx, `letta-${state}`))),
      ).toMatchObject({ code: 'not_found' })
    }
  })
})

describe('the lists', () => {
  test('of a company hold its own stories in every state', async () => {
    const hr = await anHrContact()
    for (const state of states) await aStory({ companyId: hr.companyId, state })
    await aStory({ state: 'published' })
    const { stories, total } = await withActor(hr, (tx) => listCompanyStories(tx, hr.companyId, FIRST))
    expect(total).toBe(5)
    expect(stories.map(({ state }) => state).toSorted()).toEqual([...states].toSorted())
    const stranger = await anHrContact()
    expect(
      await refusal(withActor(stranger, (tx) => listCompanyStories(tx, hr.companyId, FIRST))),
    ).toMatchObject({ code: 'not_found' })
  })

  test('of the network hold no draft that a company writes by itself', async () => {
    const hr = await anHrContact()
    const manager = await aStaff()
    const own = await aStory({ companyId: hr.companyId, writtenBy: hr.userId })
    const ours = await aStory({ companyId: hr.companyId, writtenBy: manager.userId })
    const { stories } = await withActor(manager, (tx) => listNetworkStories(tx, 'draft', FIRST))
    const ids = stories.map(({ id }) => id)
    expect(ids).toContain(ours)
    expect(ids).not.toContain(own)
    expect(await refusal(withActor(manager, (tx) => loadStory(tx, own)))).toMatchObject({ code: 'not_found' })
    expect(await withActor(manager, (tx) => loadStory(tx, ours))).toMatchObject({ editable: true })
  })

  test('of coordinators hold what waits for them, and what was public', async () => {
    const coordinator = await aStaff('coordinator')
    const waiting = await aStory({ state: 'submitted', title: 'Una ragazza ha cambiato il reparto' })
    const neverPublic = await aStory({ state: 'withdrawn' })
    const wasPublic = await aStory({ state: 'withdrawn', publishedAt: new Date() })
    const idsIn = async (state: 'submitted' | 'withdrawn') => {
      const { stories } = await withActor(coordinator, (tx) => listStoriesToReview(tx, state, FIRST))
      return stories.map(({ id }) => id)
    }
    expect(await idsIn('submitted')).toContain(waiting)
    expect(await idsIn('withdrawn')).toContain(wasPublic)
    expect(await idsIn('withdrawn')).not.toContain(neverPublic)
    expect(await withActor(coordinator, (tx) => loadStory(tx, waiting))).toMatchObject({
      hints: ['ragazza'],
      editable: false,
      moves: expect.arrayContaining(['published', 'draft']) as string[],
    })
    for (const actor of [await aStaff(), await aStaff('admin'), await anHrContact()]) {
      expect(
        await refusal(withActor(actor, (tx) => listStoriesToReview(tx, 'submitted', FIRST))),
      ).toMatchObject({ code: 'forbidden' })
    }
  })
})

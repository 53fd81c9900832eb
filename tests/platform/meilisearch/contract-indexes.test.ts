import { describe, expect, it } from 'vitest'
import * as responses from '#tests/support/meilisearch/responses.ts'
import { useMeilisearch } from '#tests/support/meilisearch/use-meilisearch.ts'

const meili = useMeilisearch()
const titles = async (index: string) =>
  (
    await meili.get(responses.documents, `POST /indexes/${index}/documents/fetch`, { body: { limit: 100 } })
  ).results.map(({ title }) => title)

describe('the server', () => {
  it('says that it is there, to anybody; its version and numbers only to who may know', async () => {
    expect(await meili.get(responses.health, 'GET /health', { key: null })).toEqual({ status: 'available' })
    expect((await meili.call('GET /version', { key: null })).status).toBe(401)
    await meili.get(responses.version, 'GET /version')
    const index = await meili.anIndex('numbers', {}, [{ id: 1, title: 'a' }, { id: 2 }])
    const { indexes } = await meili.get(responses.stats, 'GET /stats')
    expect(indexes[index]).toMatchObject({ numberOfDocuments: 2, fieldDistribution: { id: 2, title: 1 } })
    expect(await meili.get(responses.indexStats, `GET /indexes/${index}/stats`)).toMatchObject(
      indexes[index] ?? {},
    )
  })
})

describe('an index', () => {
  it('is there once its task is done, and is made once', async () => {
    const uid = meili.uid('made')
    const made = await meili.done('POST /indexes', { body: { uid, primaryKey: 'code' } })
    expect(made).toMatchObject({ type: 'indexCreation', status: 'succeeded', indexUid: uid })
    expect(await meili.get(responses.index, `GET /indexes/${uid}`)).toMatchObject({ uid, primaryKey: 'code' })
    const again = await meili.done('POST /indexes', { body: { uid } })
    expect(again).toMatchObject({ status: 'failed', error: { code: 'index_already_exists' } })
    const { results } = await meili.get(responses.indexes, 'GET /indexes?limit=1000')
    expect(results.map((one) => one.uid)).toContain(uid)
  })

  it('goes, and what is not there is not found', async () => {
    const uid = await meili.anIndex('gone', {}, [{ id: 1 }])
    expect(await meili.done(`DELETE /indexes/${uid}`)).toMatchObject({ status: 'succeeded' })
    for (const line of ['GET /indexes/:', 'GET /indexes/:/settings', 'GET /indexes/:/stats']) {
      const reply = await meili.call(line.replace(':', uid))
      expect(reply).toMatchObject({ status: 404, body: { code: 'index_not_found' } })
    }
    for (const [line, body] of [
      ['search', {}],
      ['documents/fetch', {}],
    ] as const) {
      const reply = await meili.call(`POST /indexes/${uid}/${line}`, { body })
      expect(reply).toMatchObject({ status: 404, body: { code: 'index_not_found' } })
    }
    for (const [line, body] of [
      [`DELETE /indexes/${uid}`, undefined],
      [`POST /indexes/${uid}/documents/delete-batch`, ['1']],
    ] as const) {
      expect(await meili.done(line, { body })).toMatchObject({
        status: 'failed',
        error: { code: 'index_not_found' },
      })
    }
  })

  it.each([
    ['a name that is none', { uid: 'no spaces' }, 'invalid_index_uid'],
    ['no name', {}, 'missing_index_uid'],
    ['a primary key that is no text', { uid: 'x', primaryKey: 3 }, 'invalid_index_primary_key'],
    ['a field nobody knows', { uid: 'x', colour: 'red' }, 'bad_request'],
  ])('is not made of %s', async (_, body, code) => {
    expect(await meili.call('POST /indexes', { body })).toMatchObject({ status: 400, body: { code } })
  })
})

describe('two indexes', () => {
  it('change places at once, settings and documents; searches never find neither', async () => {
    const settings = { filterableAttributes: ['title'] }
    const one = await meili.anIndex('one', settings, [{ id: 1, title: 'old' }])
    const two = await meili.anIndex('two', {}, [{ id: 1, title: 'new' }])
    const swap = await meili.done('POST /swap-indexes', { body: [{ indexes: [one, two] }] })
    expect(swap).toMatchObject({
      type: 'indexSwap',
      status: 'succeeded',
      details: { swaps: [{ indexes: [one, two] }] },
    })
    expect([await titles(one), await titles(two)]).toEqual([['new'], ['old']])
    const { filterableAttributes } = await meili.get(responses.settings, `GET /indexes/${two}/settings`)
    expect(filterableAttributes).toEqual(['title'])
  })

  it('stay where they are when one of them is missing', async () => {
    const here = await meili.anIndex('here', {}, [{ id: 1, title: 'here' }])
    const swap = await meili.done('POST /swap-indexes', { body: [{ indexes: [here, meili.uid('nowhere')] }] })
    expect(swap).toMatchObject({ status: 'failed', error: { code: 'index_not_found' } })
    expect(await titles(here)).toEqual(['here'])
  })

  it.each([
    ['one name', [{ indexes: ['a'] }], 'invalid_swap_indexes'],
    ['three names', [{ indexes: ['a', 'b', 'c'] }], 'invalid_swap_indexes'],
    ['the same name twice', [{ indexes: ['a', 'a'] }], 'invalid_swap_duplicate_index_found'],
    ['no list', { indexes: ['a', 'b'] }, 'bad_request'],
  ])('are not swapped by %s', async (_, body, code) => {
    expect(await meili.call('POST /swap-indexes', { body })).toMatchObject({ status: 400, body: { code } })
  })
})

describe('settings', () => {
  it('keep what is not sent, and go back by null', async () => {
    const index = await meili.anIndex(
      'settings',
      { filterableAttributes: ['a'], sortableAttributes: ['b'] },
      [],
    )
    const change = { sortableAttributes: null, pagination: { maxTotalHits: 7 }, searchCutoffMs: 900 }
    expect(await meili.done(`PATCH /indexes/${index}/settings`, { body: change })).toMatchObject({
      type: 'settingsUpdate',
      status: 'succeeded',
    })
    expect(await meili.get(responses.settings, `GET /indexes/${index}/settings`)).toMatchObject({
      filterableAttributes: ['a'],
      sortableAttributes: [],
      searchableAttributes: ['*'],
      displayedAttributes: ['*'],
      pagination: { maxTotalHits: 7 },
      searchCutoffMs: 900,
      typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    })
  })

  it('make the index that they are for', async () => {
    const uid = meili.uid('by-settings')
    await meili.done(`PATCH /indexes/${uid}/settings`, { body: { sortableAttributes: ['a'] } })
    expect(await meili.get(responses.index, `GET /indexes/${uid}`)).toMatchObject({ uid })
  })

  it.each([
    [{ filterableAttributes: 'a' }, 'invalid_settings_filterable_attributes'],
    [{ rankingRules: ['luck'] }, 'invalid_settings_ranking_rules'],
    [{ pagination: { maxTotalHits: -1 } }, 'invalid_settings_pagination'],
    [{ filterableAttribute: ['a'] }, 'bad_request'],
  ])('%j are refused at once', async (body, code) => {
    const reply = await meili.call(`PATCH /indexes/${meili.uid('wrong')}/settings`, { body })
    expect(reply).toMatchObject({ status: 400, body: { code } })
  })
})

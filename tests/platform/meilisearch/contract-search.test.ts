import { beforeAll, describe, expect, it } from 'vitest'
import * as responses from '#tests/support/meilisearch/responses.ts'
import { useMeilisearch } from '#tests/support/meilisearch/use-meilisearch.ts'

const meili = useMeilisearch()
const settings = {
  filterableAttributes: ['colour', 'size', 'tags', { attributePatterns: ['slot_*'] }],
  sortableAttributes: ['size'],
  searchableAttributes: ['title', 'tags'],
  displayedAttributes: ['id', 'title', 'size'],
}
const documents = [
  { id: 1, title: 'Magazziniere', colour: 'Red', size: 3, tags: ['a', 'b'], slot_1: 'x', note: 'segreto' },
  { id: 2, title: 'Addetto pulizie', colour: 'blue', size: 1, tags: ['b'], slot_1: 'y' },
  { id: 3, title: 'Pulizia uffici', colour: 'red', size: 2, tags: [], slot_1: 'x' },
  { id: 4, title: 'Caffè e cucina', colour: null, tags: ['c'] },
]
let index = ''
beforeAll(async () => {
  index = await meili.anIndex('search', settings, documents)
})

const search = async (body: object, uid = index) =>
  meili.get(responses.searchResult, `POST /indexes/${uid}/search`, { body })
const ids = async (body: object) => (await search(body)).hits.map(({ id }) => id)
const refusal = async (body: object) => (await meili.call(`POST /indexes/${index}/search`, { body })).body

describe('a filter', () => {
  it.each([
    ['colour = red', [1, 3]],
    ['colour = "RED"', [1, 3]],
    ['NOT colour = red', [2, 4]],
    ['colour != red', [2, 4]],
    ['tags = b', [1, 2]],
    ['tags IN [a, c]', [1, 4]],
    ['tags NOT IN [a, c]', [2, 3]],
    ['size >= 2', [1, 3]],
    ['size 1 TO 2', [2, 3]],
    ['size < 2 OR size > 2', [1, 2]],
    ['(colour = red OR colour = blue) AND NOT tags = a', [2, 3]],
    ['colour = red OR colour = blue AND tags = b', [1, 2, 3]],
    ['size EXISTS', [1, 2, 3]],
    ['size NOT EXISTS', [4]],
    ['colour IS NULL', [4]],
    ['tags IS EMPTY', [3]],
    ['tags IS NOT EMPTY AND colour IS NOT NULL', [1, 2]],
    ['slot_1 = x', [1, 3]],
    ['tags IN []', []],
    [
      ['colour = red', ['size = 2', 'size = 3']],
      [1, 3],
    ],
    [['colour = red', 'size = 2'], [3]],
    ['', [1, 2, 3, 4]],
  ])('%j finds %j', async (filter, expected) => {
    expect(await ids({ filter })).toEqual(expected)
  })

  it.each([
    'note = segreto',
    'id = 1',
    'colour =',
    'colour red',
    'colour = red AND',
    '(colour = red',
    'colour IN red',
    'slot_1 > 3',
    ['colour = red', [['size = 1']]],
    7,
  ])('%j is refused', async (filter) => {
    expect(await refusal({ filter })).toMatchObject({
      code: 'invalid_search_filter',
      type: 'invalid_request',
    })
  })

  it('on a field is refused until the settings that allow it are in force', async () => {
    const uid = await meili.anIndex('settings-first', {}, [{ id: 1, colour: 'red' }])
    const ask = () => meili.call(`POST /indexes/${uid}/search`, { body: { filter: 'colour = red' } })
    expect(await ask()).toMatchObject({ status: 400, body: { code: 'invalid_search_filter' } })
    await meili.done(`PATCH /indexes/${uid}/settings`, { body: { filterableAttributes: ['colour'] } })
    expect(await ask()).toMatchObject({ status: 200, body: { hits: [{ id: 1 }] } })
  })
})

describe('words', () => {
  it.each([
    ['magaziniere', [1]],
    ['magaz', [1]],
    ['caffe', [4]],
    ['pulizia', [3, 2]],
    ['"pulizia uffici"', [3]],
    ['pulizie -addetto', [3]],
    ['segreto', []],
    ['zzz', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await ids({ q })).toEqual(expected)
  })

  it('are looked for where one says, if the settings do so too', async () => {
    expect(await ids({ q: 'c', attributesToSearchOn: ['tags'] })).toEqual([4])
    expect(await refusal({ q: 'c', attributesToSearchOn: ['note'] })).toMatchObject({
      code: 'invalid_search_attributes_to_search_on',
    })
  })
})

describe('an answer', () => {
  it('shows displayed fields only, also when others are asked for', async () => {
    expect((await search({ q: 'magazziniere' })).hits).toEqual([{ id: 1, title: 'Magazziniere', size: 3 }])
    const asked = await search({ q: 'magazziniere', attributesToRetrieve: ['id', 'note'] })
    expect(asked.hits).toEqual([{ id: 1 }])
  })

  it('is sorted by what may be sorted by, without a value last', async () => {
    expect(await ids({ sort: ['size:asc'] })).toEqual([2, 3, 1, 4])
    expect(await ids({ sort: ['size:desc'] })).toEqual([1, 3, 2, 4])
    expect(await refusal({ sort: ['title:asc'] })).toMatchObject({ code: 'invalid_search_sort' })
    expect(await refusal({ sort: ['size'] })).toMatchObject({ code: 'invalid_search_sort' })
  })

  it('counts exactly by page, and estimates otherwise', async () => {
    expect(await search({ limit: 1, offset: 1 })).toMatchObject({
      limit: 1,
      offset: 1,
      estimatedTotalHits: 4,
      hits: [{ id: 2 }],
    })
    expect(await search({ page: 2, hitsPerPage: 3 })).toMatchObject({
      page: 2,
      totalPages: 2,
      totalHits: 4,
      hits: [{ id: 4 }],
    })
    expect(await search({ hitsPerPage: 0 })).toMatchObject({ hits: [], totalHits: 4, totalPages: 0 })
    expect(await search({ page: 0 })).toMatchObject({ hits: [], totalHits: 4 })
  })

  it('neither shows nor counts more than maxTotalHits', async () => {
    const many = Array.from({ length: 12 }, (_, id) => ({ id }))
    const uid = await meili.anIndex('most', { pagination: { maxTotalHits: 10 } }, many)
    const all = await search({ limit: 50 }, uid)
    expect(all).toMatchObject({ estimatedTotalHits: 10 })
    expect(all.hits).toHaveLength(10)
    expect((await search({ limit: 50, offset: 9 }, uid)).hits).toHaveLength(1)
    expect(await search({ page: 4, hitsPerPage: 4 }, uid)).toMatchObject({
      hits: [],
      totalHits: 10,
      totalPages: 3,
    })
  })

  it('counts by field what may be filtered by', async () => {
    const { facetDistribution, facetStats } = await search({
      filter: 'tags = b',
      facets: ['tags', 'size'],
      limit: 0,
    })
    expect(facetDistribution).toEqual({ tags: { a: 1, b: 2 }, size: { '1': 1, '3': 1 } })
    expect(facetStats).toEqual({ size: { min: 1, max: 3 } })
    expect(await refusal({ facets: ['note'] })).toMatchObject({ code: 'invalid_search_facets' })
  })

  it.each([
    [{ limit: 'two' }, 'invalid_search_limit'],
    [{ q: ['a'] }, 'invalid_search_q'],
    [{ page: -1 }, 'invalid_search_page'],
    [{ sort: 'size:asc' }, 'invalid_search_sort'],
    [{ matchingStrategy: 'some' }, 'invalid_search_matching_strategy'],
    [{ filters: 'size = 1' }, 'bad_request'],
  ])('to %j is a refusal', async (body, code) => {
    expect(await refusal(body)).toMatchObject({ code, type: 'invalid_request' })
  })
})

describe('several searches at once', () => {
  const ask = (queries: unknown) => meili.call('POST /multi-search', { body: { queries } })

  it('are answered in their order, each with its index', async () => {
    const queries = [
      { indexUid: index, filter: 'size = 1' },
      { indexUid: index, page: 1, hitsPerPage: 0, filter: 'size > 1' },
    ]
    const { results } = await meili.get(responses.multiSearchResult, 'POST /multi-search', {
      body: { queries },
    })
    expect(results).toMatchObject([
      { indexUid: index, hits: [{ id: 2 }] },
      { indexUid: index, totalHits: 2 },
    ])
    expect(await ask([])).toEqual({ status: 200, body: { results: [] } })
  })

  it('fail together, and say which was wrong', async () => {
    const good = { indexUid: index }
    const one = await ask([good, { indexUid: index, filter: 'note = 1' }])
    expect(one).toMatchObject({ status: 400, body: { code: 'invalid_search_filter' } })
    expect((one.body as { message: string }).message).toMatch(/^Inside `\.queries\[1\]`/)
    expect(await ask([good, { indexUid: meili.uid('nowhere') }])).toMatchObject({
      status: 400,
      body: { code: 'index_not_found' },
    })
    expect(await ask([{ q: 'a' }])).toMatchObject({ status: 400, body: { code: 'missing_index_uid' } })
    expect(await ask([{ ...good, colour: 1 }])).toMatchObject({ status: 400, body: { code: 'bad_request' } })
  })
})

import { createHmac, randomUUID } from 'node:crypto'
import { generateTenantToken } from 'meilisearch/token'
import { beforeAll, describe, expect, it } from 'vitest'
import * as responses from '#tests/support/meilisearch/responses.ts'
import { type TestKey, useMeilisearch } from '#tests/support/meilisearch/use-meilisearch.ts'

const meili = useMeilisearch()
const settings = { filterableAttributes: ['org', 'open'] }
const people = [
  { id: 1, org: 'a', open: true },
  { id: 2, org: 'b', open: true },
  { id: 3, org: 'a', open: false },
]

let [mine, other] = ['', '']
let searchKey: TestKey
let indexKey: TestKey
beforeAll(async () => {
  mine = await meili.anIndex('mine', settings, people)
  other = await meili.anIndex('other', settings, people)
  searchKey = await meili.createKey({ actions: ['search'], indexes: [mine] })
  const actions = ['documents.*', 'settings.*', 'indexes.*', 'tasks.get', 'stats.get']
  indexKey = await meili.createKey({ actions, indexes: [`${meili.prefix}mi*`] })
})

const search = (key: string | null, body: object = {}, uid = mine) =>
  meili.call(`POST /indexes/${uid}/search`, { body, key })
const REFUSED = { status: 403, body: { code: 'invalid_api_key', type: 'auth' } }

describe('without a right key', () => {
  it('nothing is answered', async () => {
    expect(await search(null)).toMatchObject({
      status: 401,
      body: { code: 'missing_authorization_header', type: 'auth' },
    })
    expect(await search('wrong')).toMatchObject(REFUSED)
    expect(await search('')).toMatchObject({ status: 403 })
  })
})

/** Every call of ours, with what it sends. */
const calls = (uid: string): [string, unknown?][] => [
  [`POST /indexes/${uid}/search`, {}],
  ['POST /multi-search', { queries: [{ indexUid: uid }] }],
  [`POST /indexes/${uid}/documents`, []],
  [`POST /indexes/${uid}/documents/fetch`, {}],
  [`POST /indexes/${uid}/documents/delete-batch`, []],
  [`GET /indexes/${uid}`],
  [`GET /indexes/${uid}/settings`],
  [`PATCH /indexes/${uid}/settings`, {}],
  [`GET /indexes/${uid}/stats`],
  ['GET /indexes'],
  ['GET /tasks'],
  ['POST /tasks/cancel?uids=4294967290'],
  ['GET /stats'],
  ['GET /version'],
  ['GET /keys'],
  ['POST /keys', { actions: ['search'], indexes: ['*'], expiresAt: null }],
]
const allowed = async (key: string, uid: string): Promise<string[]> => {
  const lines: string[] = []
  for (const [line, body] of calls(uid)) {
    const { status, body: answer } = await meili.call(line, { body, key })
    if (status < 300) lines.push(line.replace(uid, ':'))
    else expect({ line, status, answer }).toMatchObject({ status: 403, answer: { code: 'invalid_api_key' } })
  }
  return lines
}

describe('a key', () => {
  it('to search does nothing else, and nowhere else', async () => {
    expect(await allowed(searchKey.key, mine)).toEqual(['POST /indexes/:/search', 'POST /multi-search'])
    expect(await allowed(searchKey.key, other)).toEqual([])
  })

  it('to index neither searches nor reads keys, and leaves other indexes alone', async () => {
    const everywhere = ['GET /indexes', 'GET /tasks', 'GET /stats']
    expect(await allowed(indexKey.key, mine)).toEqual([
      'POST /indexes/:/documents',
      'POST /indexes/:/documents/fetch',
      'POST /indexes/:/documents/delete-batch',
      'GET /indexes/:',
      'GET /indexes/:/settings',
      'PATCH /indexes/:/settings',
      'GET /indexes/:/stats',
      ...everywhere,
    ])
    expect(await allowed(indexKey.key, other)).toEqual(everywhere)
    const { results } = await meili.get(responses.indexes, 'GET /indexes?limit=1000', { key: indexKey.key })
    expect(results.map(({ uid }) => uid)).toEqual([mine])
    const foreign = { uid: meili.uid('foreign') }
    expect(await meili.call('POST /indexes', { body: foreign, key: indexKey.key })).toMatchObject(REFUSED)
    const swap = [{ indexes: [mine, other] }]
    expect(await meili.call('POST /swap-indexes', { body: swap, key: indexKey.key })).toMatchObject(REFUSED)
  })

  it('is made of its id and the master key, so that it can be known beforehand', async () => {
    const [uid, master] = [
      randomUUID(),
      process.env.PASSAPAROLA_MEILI_MASTER_KEY ?? meili.standIn().masterKey,
    ]
    const body = { uid, actions: ['search'], indexes: [mine], expiresAt: null }
    const { key } = await meili.get(responses.key, 'POST /keys', { body })
    expect(key).toBe(createHmac('sha256', master).update(uid).digest('hex'))
    expect(await meili.call('POST /keys', { body })).toMatchObject({
      status: 409,
      body: { code: 'api_key_already_exists' },
    })
    expect((await meili.get(responses.key, `GET /keys/${uid}`)).key).toBe(key)
    const { results } = await meili.get(responses.keys, 'GET /keys?limit=1000')
    expect(results.find((one) => one.uid === uid)).toMatchObject({ key, indexes: [mine] })
    expect((await meili.call(`DELETE /keys/${uid}`)).status).toBe(204)
    expect(await meili.call(`GET /keys/${uid}`)).toMatchObject({
      status: 404,
      body: { code: 'api_key_not_found' },
    })
    expect(await search(key)).toMatchObject(REFUSED)
  })

  it('ends', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString()
    const { key } = await meili.createKey({ actions: ['search'], indexes: [mine], expiresAt })
    expect((await search(key)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(await search(key)).toMatchObject(REFUSED)
  })

  it.each([
    [{ indexes: ['*'], expiresAt: null }, 'missing_api_key_actions'],
    [{ actions: ['search'], expiresAt: null }, 'missing_api_key_indexes'],
    [{ actions: ['search'], indexes: ['*'] }, 'missing_api_key_expires_at'],
    [{ actions: ['find'], indexes: ['*'], expiresAt: null }, 'invalid_api_key_actions'],
    [{ actions: ['search'], indexes: ['a b'], expiresAt: null }, 'invalid_api_key_indexes'],
    [{ actions: ['search'], indexes: ['*'], expiresAt: 'soon' }, 'invalid_api_key_expires_at'],
    [{ actions: ['version'], indexes: ['a'], expiresAt: null }, 'index_scoped_api_key_with_global_action'],
    [{ actions: ['search'], indexes: ['*'], expiresAt: null, owner: 'me' }, 'bad_request'],
  ])('is not made of %j', async (body, code) => {
    expect(await meili.call('POST /keys', { body })).toMatchObject({ status: 400, body: { code } })
  })
})

const token = (
  searchRules: Record<string, unknown> | string[],
  over: { expiresAt?: Date; apiKey?: string; apiKeyUid?: string } = {},
) => generateTenantToken({ apiKey: searchKey.key, apiKeyUid: searchKey.uid, searchRules, ...over } as never)
const found = async (key: string, body: object = {}) =>
  ((await search(key, body)).body as { hits: { id: number }[] }).hits.map(({ id }) => id)

describe('a tenant token', () => {
  it('puts its filter before every search, whatever else is asked', async () => {
    const key = await token({ [mine]: { filter: 'org = a' } })
    expect(await found(key)).toEqual([1, 3])
    expect(await found(key, { filter: 'open = true' })).toEqual([1])
    expect(await found(key, { filter: 'org = b OR org = a' })).toEqual([1, 3])
    expect(await found(key, { filter: ['org = b'] })).toEqual([])
    const body = { queries: [{ indexUid: mine, filter: 'org = b' }] }
    expect(await meili.call('POST /multi-search', { body, key })).toMatchObject({
      status: 200,
      body: { results: [{ hits: [] }] },
    })
  })

  it('takes the filter of the index rather than that of the star', async () => {
    expect(await found(await token({ '*': { filter: 'org = b' }, [mine]: { filter: 'org = a' } }))).toEqual([
      1, 3,
    ])
    expect(await found(await token({ '*': null }))).toEqual([1, 2, 3])
    expect(await found(await token(['*']))).toEqual([1, 2, 3])
  })

  it('opens no index that its rules or its key do not', async () => {
    expect(await search(await token([other]))).toMatchObject(REFUSED)
    expect(await search(await token(['*']), {}, other)).toMatchObject(REFUSED)
    const body = { queries: [{ indexUid: mine }, { indexUid: other }] }
    expect(await meili.call('POST /multi-search', { body, key: await token(['*']) })).toMatchObject(REFUSED)
  })

  it('does nothing but search', async () => {
    expect(await allowed(await token(['*']), mine)).toEqual(['POST /indexes/:/search', 'POST /multi-search'])
  })

  it('holds only until its end, signed by its key, unchanged', async () => {
    const rules = { [mine]: { filter: 'org = a' } }
    expect(await found(await token(rules, { expiresAt: new Date(Date.now() + 60_000) }))).toEqual([1, 3])
    expect(await search(await token(rules, { expiresAt: new Date(Date.now() - 60_000) }))).toMatchObject(
      REFUSED,
    )
    expect(await search(await token(rules, { apiKey: 'another key' }))).toMatchObject(REFUSED)
    expect(await search(await token(rules, { apiKeyUid: randomUUID() }))).toMatchObject(REFUSED)
    expect(await search(await token(rules, { apiKey: indexKey.key, apiKeyUid: indexKey.uid }))).toMatchObject(
      REFUSED,
    )
    const [head = '', , signature = ''] = (await token(rules)).split('.')
    const forged = Buffer.from(JSON.stringify({ searchRules: ['*'], apiKeyUid: searchKey.uid })).toString(
      'base64url',
    )
    expect(await search(`${head}.${forged}.${signature}`)).toMatchObject(REFUSED)
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
    expect(await search(`${none}.${forged}.`)).toMatchObject(REFUSED)
  })
})

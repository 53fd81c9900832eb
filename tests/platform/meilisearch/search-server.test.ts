import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { type AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openSearch } from '#app/platform/search.server.ts'
import { type StandIn, startStandIn } from '#tests/support/meilisearch/server.ts'

let standIn: StandIn
let keys: { searchKey: string; indexKey: string }
beforeAll(async () => {
  standIn = await startStandIn()
  const create = async (actions: string[]) => {
    const response = await fetch(`${standIn.url}/keys`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${standIn.masterKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ actions, indexes: ['people*'], expiresAt: null }),
    })
    return ((await response.json()) as { key: string }).key
  }
  const index = ['documents.*', 'indexes.*', 'settings.*', 'tasks.get']
  keys = { searchKey: await create(['search']), indexKey: await create(index) }
})
afterAll(() => standIn.kill())
afterEach(() => Object.assign(standIn.faults, { delay: 0, cut: false, refuseWith: null }))

const open = (change: Partial<typeof keys> & { url?: string } = {}) =>
  openSearch({ url: standIn.url, ...keys, ...change })
const fault = (kind: string, code: string) =>
  expect.objectContaining({ name: 'SearchFault', kind, code }) as Error
const query = { indexUid: 'people' }

describe('the search server', () => {
  it('is filled, swapped, searched, read and emptied', async () => {
    const server = open()
    for (const name of ['people', 'people_next']) {
      await server.finished(await server.createIndex(name, 'id'))
      await server.finished(await server.updateSettings(name, { filterableAttributes: ['org'] }))
    }
    await server.finished(
      await server.addDocuments('people_next', [
        { id: 1, org: 'a' },
        { id: 2, org: 'b' },
      ]),
    )
    await server.finished(await server.swapIndexes('people', 'people_next'))
    const [a, all] = await server.search([
      { ...query, filter: 'org = a' },
      { ...query, hitsPerPage: 0 },
    ])
    expect([a?.hits, all?.totalHits]).toEqual([[{ id: 1, org: 'a' }], 2])
    expect(await server.fetch('people', { fields: ['id'], limit: 1, offset: 1 })).toMatchObject({
      results: [{ id: 2 }],
      total: 2,
    })
    await server.finished(await server.deleteDocuments('people', ['1']))
    expect((await server.search([query]))[0]?.hits).toEqual([{ id: 2, org: 'b' }])
    await server.finished(await server.deleteIndex('people_next'))
    expect(await server.indexes()).toEqual(['people'])
  })

  it('says why a task failed', async () => {
    const server = open()
    const task = await server.createIndex('people', 'id')
    await expect(server.finished(task)).rejects.toMatchObject({
      name: 'SearchTaskFailed',
      code: 'index_already_exists',
    })
  })

  it('is asked nothing with a key that may read keys', async () => {
    for (const [change, variable] of [
      [{ searchKey: standIn.masterKey }, 'MEILI_SEARCH_KEY'],
      [{ indexKey: standIn.masterKey }, 'MEILI_INDEX_KEY'],
    ] as const) {
      const server = open(change)
      await expect(server.assertModestKeys()).rejects.toThrow(variable)
      standIn.asked.length = 0
      const use = 'searchKey' in change ? server.search([query]) : server.deleteIndex('people')
      await expect(use).rejects.toThrow(variable)
      expect(standIn.asked).toEqual(['GET /keys?limit=1'])
    }
  })

  it('looks at its keys once', async () => {
    const server = open()
    standIn.asked.length = 0
    await server.search([query])
    await server.search([query])
    expect(standIn.asked).toEqual(['GET /keys?limit=1', 'POST /multi-search', 'POST /multi-search'])
  })

  it('names what it refuses by its code, which opens no circuit', async () => {
    const server = open()
    for (let i = 0; i < 4; i++) {
      await expect(server.search([{ ...query, filter: 'name = x' }])).rejects.toEqual(
        fault('refused', 'invalid_search_filter'),
      )
    }
    await expect(open({ searchKey: 'x' }).search([query])).rejects.toEqual(
      fault('refused', 'invalid_api_key'),
    )
    expect(server.circuit()).toBe('closed')
  })

  it('is left alone after three failures, and each is told at once', async () => {
    const server = open()
    await server.search([query])
    standIn.faults.cut = true
    for (let i = 0; i < 3; i++)
      await expect(server.search([query])).rejects.toMatchObject({ kind: 'unreachable', passes: true })
    standIn.asked.length = 0
    await expect(server.search([query])).rejects.toEqual(fault('resting', 'circuit_open'))
    expect([server.circuit(), standIn.asked]).toEqual(['open', []])
  })

  it('is waited for no longer than a second', async () => {
    const server = open()
    await server.search([query])
    standIn.faults.delay = 2_000
    const start = performance.now()
    await expect(server.search([query])).rejects.toEqual(fault('slow', 'timeout'))
    expect(performance.now() - start).toBeLessThan(1_900)
  })

  it('when it is slow answers, and is left alone all the same', async () => {
    const server = open()
    await server.search([query])
    standIn.faults.delay = 600
    for (let i = 0; i < 3; i++) expect(await server.search([query])).toHaveLength(1)
    expect(server.circuit()).toBe('open')
  })

  it('that is too busy, or not there, may do better later', async () => {
    standIn.faults.refuseWith = 'too_many_search_requests'
    await expect(open().search([query])).rejects.toMatchObject({
      kind: 'busy',
      code: 'too_many_search_requests',
      passes: true,
    })
    const other = await startStandIn()
    await other.kill()
    const gone = open({ url: other.url })
    await expect(gone.search([query])).rejects.toEqual(fault('unreachable', 'ECONNREFUSED'))
    await expect(gone.deleteIndex('people')).rejects.toEqual(fault('unreachable', 'ECONNREFUSED'))
  })
})

describe('somebody else at its address', () => {
  const others: Server[] = []
  afterAll(() => others.forEach((server) => void server.close()))
  const someone = async (status: number, headers: Record<string, string>, body: string): Promise<string> => {
    const server = createServer((_, response) => void response.writeHead(status, headers).end(body)).listen(
      0,
      '127.0.0.1',
    )
    others.push(server)
    await once(server, 'listening')
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  }

  it('is not taken for it', async () => {
    const page = await someone(200, { 'Content-Type': 'text/html' }, '<p>Welcome</p>')
    await expect(open({ url: page }).search([query])).rejects.toEqual(fault('garbled', 'not_json'))
  })

  it('gets no key by sending it on', async () => {
    standIn.asked.length = 0
    const elsewhere = await someone(302, { Location: standIn.url }, '')
    await expect(open({ url: elsewhere }).search([query])).rejects.toMatchObject({ kind: 'unreachable' })
    expect(standIn.asked).toEqual([])
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import * as responses from '#tests/support/meilisearch/responses.ts'
import { againstRealServer, useMeilisearch } from '#tests/support/meilisearch/use-meilisearch.ts'

const meili = useMeilisearch({ payloadLimit: 2_000 })
const search = (index: string, body: unknown = {}) => meili.call(`POST /indexes/${index}/search`, { body })
const states = async () =>
  (await meili.get(responses.tasks, 'GET /tasks?limit=3')).results.map(({ status }) => status)

async function until(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 20))
}

// A real server cannot be told to fail.
describe.skipIf(againstRealServer)('the stand-in, on demand', () => {
  afterEach(async () => {
    Object.assign(meili.standIn().faults, { delay: 0, cut: false, refuseWith: null, poison: null })
    meili.standIn().queue().duration = 0
    meili.standIn().queue().resume()
  })

  it('refuses a body that is too large, and nothing of it arrives', async () => {
    const index = await meili.anIndex('large', {}, [{ id: 1 }])
    const body = [{ id: 2, text: 'x'.repeat(3_000) }]
    const reply = await meili.call(`POST /indexes/${index}/documents`, { body })
    expect(reply).toMatchObject({ status: 413, body: { code: 'payload_too_large' } })
    expect((await search(index)).body).toMatchObject({ estimatedTotalHits: 1 })
  })

  it('says so when it is asked for what it has not learnt, instead of pretending', async () => {
    const index = await meili.anIndex('unlearnt', {}, [{ id: 1 }])
    const unlearnt = { status: 501, body: { code: 'not_in_stand_in' } }
    const call = (line: string, body?: unknown) =>
      fetch(`${meili.standIn().url}${line}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${meili.standIn().masterKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      }).then(async (response) => ({ status: response.status, body: (await response.json()) as unknown }))
    expect(await call(`/indexes/${index}/search`, { distinct: 'id' })).toMatchObject(unlearnt)
    expect(await call('/multi-search', { queries: [], federation: {} })).toMatchObject(unlearnt)
    expect(await call('/dumps')).toMatchObject(unlearnt)
  })

  it('does its tasks one after the other, and shows nothing of one before its end', async () => {
    const index = await meili.anIndex('slow-task', {}, [{ id: 1 }])
    meili.standIn().queue().duration = 400
    for (const id of [2, 3]) await meili.call(`POST /indexes/${index}/documents`, { body: [{ id }] })
    await until(async () => (await states())[1] === 'processing')
    expect((await states())[0]).toBe('enqueued')
    expect((await search(index)).body).toMatchObject({ estimatedTotalHits: 1 })
    await until(async () => (await states())[1] === 'succeeded')
    expect((await states())[0]).not.toBe('succeeded')
    expect((await search(index)).body).toMatchObject({ estimatedTotalHits: 2 })
  })

  it('leaves undone what is cancelled in time', async () => {
    const index = await meili.anIndex('cancel', {}, [{ id: 1 }])
    meili.standIn().queue().duration = 800
    const { taskUid } = await meili.get(responses.enqueued, `POST /indexes/${index}/documents`, {
      body: [{ id: 2 }],
    })
    const cancel = await meili.done(`POST /tasks/cancel?uids=${String(taskUid)}`)
    expect(cancel).toMatchObject({ details: { matchedTasks: 1, canceledTasks: 1 } })
    const task = await meili.get(responses.task, `GET /tasks/${String(taskUid)}`)
    expect(task).toMatchObject({ status: 'canceled', canceledBy: cancel.uid })
    await new Promise((resolve) => setTimeout(resolve, 850))
    expect((await search(index)).body).toMatchObject({ estimatedTotalHits: 1 })
  })

  it('is slow, breaks off, is too busy, or finds what is not there', async () => {
    const index = await meili.anIndex('faults', {}, [{ id: 1 }])
    const { faults } = meili.standIn()
    faults.delay = 120
    const start = performance.now()
    await search(index)
    expect(performance.now() - start).toBeGreaterThanOrEqual(119)
    faults.delay = 0
    faults.refuseWith = 'too_many_search_requests'
    expect(await search(index)).toMatchObject({ status: 503, body: { code: 'too_many_search_requests' } })
    expect((await meili.call('GET /health')).status).toBe(200)
    faults.refuseWith = null
    faults.poison = (hits) => [...hits, { id: 666 }]
    expect((await search(index)).body).toMatchObject({ hits: [{ id: 1 }, { id: 666 }] })
    faults.cut = true
    await expect(search(index)).rejects.toThrow('fetch failed')
  })

  it('killed in a task comes back at its address, with what it had finished or with nothing', async () => {
    const index = await meili.anIndex('killed', {}, [{ id: 1 }])
    const { key } = await meili.createKey({ actions: ['search'], indexes: ['*'] })
    const standIn = meili.standIn()
    standIn.queue().duration = 500
    await meili.call(`POST /indexes/${index}/documents`, { body: [{ id: 2 }] })
    await until(async () => (await states())[0] === 'processing')
    await standIn.kill()
    await expect(search(index)).rejects.toThrow('fetch failed')
    await new Promise((resolve) => setTimeout(resolve, 600))
    await standIn.restart({ keepData: true })
    expect((await search(index)).body).toMatchObject({ estimatedTotalHits: 1 })
    await until(async () => (await states())[0] === 'succeeded')
    expect((await search(index)).body).toMatchObject({ estimatedTotalHits: 2 })
    await standIn.restart({ keepData: false })
    expect(await search(index)).toMatchObject({ status: 404, body: { code: 'index_not_found' } })
    expect((await meili.call('GET /indexes', { key })).status).toBe(403)
  })
})

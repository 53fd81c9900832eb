import { describe, expect, it } from 'vitest'
import * as responses from '#tests/support/meilisearch/responses.ts'
import { useMeilisearch } from '#tests/support/meilisearch/use-meilisearch.ts'

const meili = useMeilisearch()
const fetchAll = (index: string, body: unknown = { limit: 1000 }) =>
  meili.get(responses.documents, `POST /indexes/${index}/documents/fetch`, { body })

describe('documents', () => {
  it('replace the one with their id whole, and keep their place', async () => {
    const index = await meili.anIndex('replace', {}, [{ id: 1, a: 1, b: 1 }, { id: 2 }])
    const task = await meili.done(`POST /indexes/${index}/documents`, {
      body: [{ id: 1, a: 2 }, { id: 'x_y-3' }],
    })
    expect(task.details).toMatchObject({ receivedDocuments: 2, indexedDocuments: 2 })
    expect((await fetchAll(index)).results).toEqual([{ id: 1, a: 2 }, { id: 2 }, { id: 'x_y-3' }])
  })

  it('come by filter, by id and in pages, however many the search may show', async () => {
    const many = Array.from({ length: 30 }, (_, id) => ({ id, even: id % 2 === 0, secret: 's' }))
    const settings = {
      filterableAttributes: ['even'],
      displayedAttributes: ['id'],
      pagination: { maxTotalHits: 5 },
    }
    const index = await meili.anIndex('fetch', settings, many)
    const even = await fetchAll(index, { filter: 'even = true', limit: 3, offset: 1, fields: ['id'] })
    expect(even).toEqual({ results: [{ id: 2 }, { id: 4 }, { id: 6 }], offset: 1, limit: 3, total: 15 })
    const { results } = await fetchAll(index, { ids: ['3', '29'] })
    expect(results).toEqual([many[3], many[29]])
    expect(await fetchAll(index, {})).toMatchObject({ limit: 20, offset: 0, total: 30 })
  })

  it('are deleted by id, those that are there', async () => {
    const index = await meili.anIndex('delete', {}, [{ id: 1 }, { id: 2 }, { id: 3 }])
    const task = await meili.done(`POST /indexes/${index}/documents/delete-batch`, { body: [1, '3', 99] })
    expect(task).toMatchObject({ status: 'succeeded', details: { providedIds: 3, deletedDocuments: 2 } })
    expect((await fetchAll(index)).results).toEqual([{ id: 2 }])
  })

  it.each([
    [
      'several fields that could be the id',
      [{ id: 1, personId: 2 }],
      'index_primary_key_multiple_candidates_found',
    ],
    ['none', [{ name: 'a' }], 'index_primary_key_no_candidate_found'],
  ])('make no index by themselves out of %s', async (_, body, code) => {
    const task = await meili.done(`POST /indexes/${meili.uid(code.slice(-20))}/documents`, { body })
    expect(task).toMatchObject({ status: 'failed', error: { code }, details: { indexedDocuments: 0 } })
  })

  it('make an index out of one field that ends with id', async () => {
    const uid = meili.uid('guessed')
    await meili.done(`POST /indexes/${uid}/documents`, { body: [{ personId: 'a', name: 'b' }] })
    expect(await meili.get(responses.index, `GET /indexes/${uid}`)).toMatchObject({ primaryKey: 'personId' })
  })

  it.each([
    ['one without an id', [{ id: 8 }, { name: 'x' }], 'missing_document_id'],
    ['an id with a dot', [{ id: 8 }, { id: 'a.b' }], 'invalid_document_id'],
    ['an id that is half a number', [{ id: 8 }, { id: 1.5 }], 'invalid_document_id'],
  ])('come all or none: %s spoils the batch', async (_, body, code) => {
    const index = await meili.anIndex(code, {}, [{ id: 1 }])
    expect(await meili.done(`POST /indexes/${index}/documents`, { body })).toMatchObject({
      status: 'failed',
      error: { code },
    })
    expect((await fetchAll(index)).total).toBe(1)
  })

  it('do not change an id that is chosen', async () => {
    const index = await meili.anIndex('other-key', {}, [{ id: 1, code: 'x' }])
    const task = await meili.done(`POST /indexes/${index}/documents?primaryKey=code`, {
      body: [{ id: 2, code: 'y' }],
    })
    expect(task).toMatchObject({ status: 'failed', error: { code: 'index_primary_key_already_exists' } })
  })

  it.each([
    ['nothing', { raw: '' }, 400, 'missing_payload'],
    ['half a list', { raw: '[{"id":1}' }, 400, 'malformed_payload'],
    ['a text', { body: 'document' }, 400, 'malformed_payload'],
    ['no content type', { raw: '[]', contentType: null }, 415, 'missing_content_type'],
    ['another content type', { raw: '[]', contentType: 'text/plain' }, 415, 'invalid_content_type'],
  ])('are refused at once as %s', async (_, ask, status, code) => {
    const reply = await meili.call(`POST /indexes/${meili.uid('x')}/documents`, ask)
    expect(reply).toMatchObject({ status, body: { code } })
  })

  it.each([
    [{ filter: 'colour = red' }, 'invalid_document_filter'],
    [{ filter: 'colour' }, 'invalid_document_filter'],
    [{ limit: -1 }, 'invalid_document_limit'],
    [{ field: ['id'] }, 'bad_request'],
  ])('are not fetched by %j', async (body, code) => {
    const index = await meili.anIndex(`fetch-${code}${String('filter' in body)}`, {}, [
      { id: 1, colour: 'red' },
    ])
    const reply = await meili.call(`POST /indexes/${index}/documents/fetch`, { body })
    expect(reply).toMatchObject({ status: 400, body: { code } })
  })
})

describe('tasks', () => {
  it('are told by index, state and kind, newest first and in pages', async () => {
    const index = await meili.anIndex('tasks', {}, [{ id: 1 }])
    await meili.done(`POST /indexes/${index}/documents`, { body: [{ name: 'no id' }] })
    const of = (more: string) => meili.get(responses.tasks, `GET /tasks?indexUids=${index}${more}`)
    const all = await of('')
    expect(all.results.map(({ type }) => type)).toEqual([
      ...['documentAdditionOrUpdate', 'documentAdditionOrUpdate', 'settingsUpdate', 'indexCreation'],
    ])
    expect((await of('&statuses=failed')).results).toMatchObject([{ error: { code: 'missing_document_id' } }])
    expect((await of('&types=settingsUpdate,indexCreation')).total).toBe(2)
    const first = await of('&limit=3')
    expect(first).toMatchObject({ limit: 3, total: 4, from: all.results[0]?.uid, next: all.results[3]?.uid })
    const rest = await of(`&limit=3&from=${String(first.next)}`)
    expect(rest).toMatchObject({ results: [{ type: 'indexCreation' }], next: null })
  })

  it('show when they waited, began and ended', async () => {
    const task = await meili.done('POST /indexes', { body: { uid: meili.uid('times') } })
    expect(task.duration).toMatch(/^PT/)
    expect(Date.parse(String(task.startedAt))).toBeGreaterThanOrEqual(Date.parse(task.enqueuedAt))
    expect(Date.parse(String(task.finishedAt))).toBeGreaterThanOrEqual(Date.parse(String(task.startedAt)))
  })

  it('are not found when there are none, and not cancelled without saying which', async () => {
    expect(await meili.call('GET /tasks/4294967290')).toMatchObject({
      status: 404,
      body: { code: 'task_not_found' },
    })
    const reply = await meili.call('POST /tasks/cancel')
    expect(reply).toMatchObject({ status: 400, body: { code: 'missing_task_filters' } })
    expect((await meili.call('GET /tasks?limit=few')).body).toMatchObject({ code: 'invalid_task_limit' })
    expect((await meili.call('GET /tasks?page=2')).body).toMatchObject({ code: 'bad_request' })
  })

  it('that are done are not cancelled any more', async () => {
    const { uid } = await meili.done('POST /indexes', { body: { uid: meili.uid('cancelled') } })
    const cancel = await meili.done(`POST /tasks/cancel?uids=${String(uid)}`)
    expect(cancel).toMatchObject({ type: 'taskCancelation', details: { matchedTasks: 1, canceledTasks: 0 } })
  })
})

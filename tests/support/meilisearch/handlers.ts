import { type z } from 'zod'
import { type Caller } from './authorise.ts'
import { read } from './check-request.ts'
import { indexNotFound, Refusal } from './errors.ts'
import { type Document } from './facet-values.ts'
import { parseFilter } from './filter-parse.ts'
import { fieldDistribution, type IndexData } from './indexes.ts'
import { type KeyRing, keyView } from './keys.ts'
import * as requests from './requests.ts'
import { filtered } from './search.ts'
import { asksFor, type Task, type TaskQueue, taskView } from './tasks.ts'

export type State = { indexes: Map<string, IndexData>; ring: KeyRing; queue: TaskQueue }

export type Call = {
  state: State
  caller: Caller
  /** What stands in the address for `:uid` and the like. */
  name: string
  query: Record<string, string>
  body: unknown
}

export type Answer = { status: number; body: unknown }
export type Handler = (call: Call) => Answer

export const ok = (body: unknown): Answer => ({ status: 200, body })

const accepted = ({ uid, indexUid, work, enqueuedAt }: Task): Answer => ({
  status: 202,
  body: { taskUid: uid, indexUid, status: 'enqueued', type: work.type, enqueuedAt: enqueuedAt.toISOString() },
})

export function indexOf({ state, name }: Pick<Call, 'state' | 'name'>): IndexData {
  const index = state.indexes.get(name)
  if (!index) throw indexNotFound(name)
  return index
}

const indexView = ([uid, { primaryKey, createdAt, updatedAt }]: [string, IndexData]) => ({
  ...{ uid, primaryKey, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
})

const page = <T>(all: T[], { offset = 0, limit = 20 }: z.output<typeof requests.pageQuery>): Answer =>
  ok({ results: all.slice(offset, offset + limit), offset, limit, total: all.length })

export const listIndexes: Handler = ({ state, caller, query }) => {
  const asked = read(requests.pageQuery, query, { prefix: 'index' })
  const seen = [...state.indexes].filter(([uid]) => caller.mayUse(uid))
  return page(seen.sort(([a], [b]) => (a < b ? -1 : 1)).map(indexView), asked)
}

export const getIndex: Handler = (call) => ok(indexView([call.name, indexOf(call)]))

export const createIndex: Handler = ({ state, caller, body }) => {
  const naming = { prefix: 'index', missing: { uid: 'missing_index_uid' } }
  const { uid, primaryKey = null } = read(requests.indexCreate, body, naming)
  if (!caller.mayUse(uid)) throw new Refusal('invalid_api_key', 'The provided API key is invalid.')
  return accepted(state.queue.enqueue(uid, { type: 'indexCreation', primaryKey }, { primaryKey }))
}

export const deleteIndex: Handler = ({ state, name }) =>
  accepted(state.queue.enqueue(name, { type: 'indexDeletion' }, { deletedDocuments: null }))

export const swapIndexes: Handler = ({ state, caller, body }) => {
  const naming = {
    prefix: 'swap',
    own: { indexes: 'invalid_swap_indexes' },
    missing: { indexes: 'missing_swap_indexes' },
  }
  const asked = read(requests.swapIndexes, body, naming)
  const swaps = asked.map(({ indexes: [one, other, ...more], rename }) => {
    if (one === undefined || other === undefined || more.length > 0) {
      throw new Refusal('invalid_swap_indexes', 'Two indexes must be given for each swap.')
    }
    if (rename) throw new Refusal('invalid_swap_rename', 'The stand-in does not rename.')
    return { indexes: [one, other] as [string, string] }
  })
  const all = swaps.flatMap(({ indexes }) => indexes)
  const twice = all.find((uid, at) => all.indexOf(uid) !== at)
  if (twice !== undefined) {
    throw new Refusal('invalid_swap_duplicate_index_found', `\`${twice}\` was specified several times.`)
  }
  if (!all.every(caller.mayUse)) throw new Refusal('invalid_api_key', 'The provided API key is invalid.')
  return accepted(state.queue.enqueue(null, { type: 'indexSwap', swaps }, { swaps }))
}

export const getSettings: Handler = (call) => ok(indexOf(call).settings)

export const updateSettings: Handler = ({ state, caller, name, body }) => {
  const settings = read(requests.settingsUpdate, body, { prefix: 'settings' })
  const mayCreate = caller.can('indexes.create')
  return accepted(state.queue.enqueue(name, { type: 'settingsUpdate', settings, mayCreate }, { ...settings }))
}

export const addDocuments: Handler = ({ state, caller, name, query, body }) => {
  const { primaryKey } = read(requests.documentsAddQuery, query, { prefix: 'index' })
  const documents = (Array.isArray(body) ? body : [body]) as Document[]
  if (!documents.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))) {
    throw new Refusal('malformed_payload', 'The `json` payload provided is malformed: not a list of objects.')
  }
  const work = {
    type: 'documentAdditionOrUpdate',
    documents,
    primaryKey,
    mayCreate: caller.can('indexes.create'),
  } as const
  return accepted(
    state.queue.enqueue(name, work, { receivedDocuments: documents.length, indexedDocuments: null }),
  )
}

export const deleteDocuments: Handler = ({ state, name, body }) => {
  const ids = read(requests.documentIds, body, { prefix: 'document', own: {} }).map(String)
  const details = { providedIds: ids.length, deletedDocuments: null, originalFilter: null }
  return accepted(state.queue.enqueue(name, { type: 'documentDeletion', ids }, details))
}

export const fetchDocuments: Handler = (call) => {
  const asked = read(requests.documentsFetch, call.body, { prefix: 'document' })
  const index = indexOf(call)
  if (asked.sort) throw new Refusal('invalid_document_sort', 'The stand-in does not sort documents.')
  const found = sayDocument(() => filtered(index, [parseFilter(asked.filter)])).filter(
    (document) => !asked.ids || asked.ids.includes(String(document[index.primaryKey ?? ''])),
  )
  const fields = asked.fields
  const chosen = fields
    ? found.map((one) => Object.fromEntries(Object.entries(one).filter(([field]) => fields.includes(field))))
    : found
  return page(chosen, asked)
}

/** A wrong filter has another code where documents are fetched. */
function sayDocument<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid_search_filter') throw error
    throw new Refusal('invalid_document_filter', error.message)
  }
}

const statsOf = (uid: string, index: IndexData, queue: TaskQueue) => ({
  ...{ numberOfDocuments: index.documents.size, fieldDistribution: fieldDistribution(index) },
  isIndexing: queue.tasks.some((task) => task.indexUid === uid && task.status === 'processing'),
  ...{ indexSize: 0, usedIndexSize: 0, rawDocumentDbSize: 0, avgDocumentSize: 0 },
})

export const getIndexStats: Handler = (call) => ok(statsOf(call.name, indexOf(call), call.state.queue))

export const getStats: Handler = ({ state, caller }) => {
  const seen = [...state.indexes].filter(([uid]) => caller.mayUse(uid))
  const indexes = Object.fromEntries(seen.map(([uid, index]) => [uid, statsOf(uid, index, state.queue)]))
  return ok({ databaseSize: 0, usedDatabaseSize: 0, lastUpdate: null, indexes })
}

const sees = (caller: Caller, { indexUid, work }: Task): boolean =>
  work.type === 'indexSwap'
    ? work.swaps.every(({ indexes }) => indexes.every(caller.mayUse))
    : indexUid === null || caller.mayUse(indexUid)

export const getTask: Handler = ({ state, caller, name }) => {
  const task = state.queue.tasks[Number(name)]
  if (!task || !sees(caller, task)) throw new Refusal('task_not_found', `Task \`${name}\` not found.`)
  return ok(taskView(task))
}

export const listTasks: Handler = ({ state, caller, query }) => {
  const { limit = 20, from, reverse, ...filters } = read(requests.tasksQuery, query, { prefix: 'task' })
  const asked = state.queue.tasks.filter((task) => sees(caller, task) && asksFor(filters, task))
  if (reverse !== 'true') asked.reverse()
  const start =
    from === undefined ? 0 : asked.findIndex(({ uid }) => (reverse === 'true' ? uid >= from : uid <= from))
  const rest = start < 0 ? [] : asked.slice(start)
  const results = rest.slice(0, limit).map(taskView)
  const next = rest[limit]?.uid ?? null
  return ok({ results, total: asked.length, limit, from: rest[0]?.uid ?? null, next })
}

export const cancelTasks: Handler = ({ state, caller, query }) => {
  const filters = read(requests.tasksCancelQuery, query, { prefix: 'task' })
  if (Object.keys(filters).length === 0) {
    throw new Refusal('missing_task_filters', 'Query parameters to filter the tasks to cancel are missing.')
  }
  const uids = state.queue.tasks
    .filter((task) => sees(caller, task) && asksFor(filters, task))
    .map(({ uid }) => uid)
  const originalFilter = `?${new URLSearchParams(query).toString()}`
  const details = { matchedTasks: uids.length, canceledTasks: null, originalFilter }
  const task = state.queue.enqueue(null, { type: 'taskCancelation', uids, originalFilter }, details)
  return { ...accepted(task), status: 200 }
}

const KEY_NAMING = {
  prefix: 'api_key',
  missing: {
    actions: 'missing_api_key_actions',
    indexes: 'missing_api_key_indexes',
    expiresAt: 'missing_api_key_expires_at',
  },
}

export const createKey: Handler = ({ state, body }) => ({
  status: 201,
  body: keyView(state.ring.create(read(requests.keyCreate, body, KEY_NAMING))),
})

export const listKeys: Handler = ({ state, query }) =>
  page(state.ring.keys.map(keyView), read(requests.pageQuery, query, { prefix: 'api_key' }))

export const getKey: Handler = ({ state, name }) => ok(keyView(state.ring.find(name)))

export const deleteKey: Handler = ({ state, name }) => {
  state.ring.remove(name)
  return { status: 204, body: undefined }
}

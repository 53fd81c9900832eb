import { NotInStandIn, Refusal } from './errors.ts'
import * as handlers from './handlers.ts'
import { type Poison, searchMany, searchOne } from './handlers-search.ts'

type Open = { action: null; body: unknown }
type Guarded = { action: string; takesBody: boolean; handle: handlers.Handler }
type Route = { method: string; path: RegExp } & (Open | Guarded)

const VERSION = { commitSha: 'unknown', commitDate: 'unknown', pkgVersion: '1.53.0' }

/** `/indexes/:/search` with whatever stands for the colon as the route's name. */
const at = (path: string): RegExp => new RegExp(`^${path.replace(':', '([^/]+)')}/?$`)

/** The calls that the product makes, each with the action that its key needs. */
const routes = (poison: () => Poison | null): Route[] => {
  const guarded = (line: string, action: string, handle: handlers.Handler): Route => {
    const [method = '', path = '', body] = line.split(' ')
    return { method, path: at(path), action, takesBody: body === '+', handle }
  }
  return [
    { method: 'GET', path: at('/health'), action: null, body: { status: 'available' } },
    guarded('GET /version', 'version', () => handlers.ok(VERSION)),
    guarded('GET /stats', 'stats.get', handlers.getStats),
    guarded('GET /indexes', 'indexes.get', handlers.listIndexes),
    guarded('POST /indexes +', 'indexes.create', handlers.createIndex),
    guarded('GET /indexes/:', 'indexes.get', handlers.getIndex),
    guarded('DELETE /indexes/:', 'indexes.delete', handlers.deleteIndex),
    guarded('POST /swap-indexes +', 'indexes.swap', handlers.swapIndexes),
    guarded('GET /indexes/:/settings', 'settings.get', handlers.getSettings),
    guarded('PATCH /indexes/:/settings +', 'settings.update', handlers.updateSettings),
    guarded('GET /indexes/:/stats', 'stats.get', handlers.getIndexStats),
    guarded('POST /indexes/:/documents +', 'documents.add', handlers.addDocuments),
    guarded('POST /indexes/:/documents/delete-batch +', 'documents.delete', handlers.deleteDocuments),
    guarded('POST /indexes/:/documents/fetch +', 'documents.get', handlers.fetchDocuments),
    guarded('POST /indexes/:/search +', 'search', searchOne(poison)),
    guarded('POST /multi-search +', 'search', searchMany(poison)),
    guarded('GET /tasks', 'tasks.get', handlers.listTasks),
    guarded('GET /tasks/:', 'tasks.get', handlers.getTask),
    guarded('POST /tasks/cancel', 'tasks.cancel', handlers.cancelTasks),
    guarded('GET /keys', 'keys.get', handlers.listKeys),
    guarded('POST /keys +', 'keys.create', handlers.createKey),
    guarded('GET /keys/:', 'keys.get', handlers.getKey),
    guarded('DELETE /keys/:', 'keys.delete', handlers.deleteKey),
  ]
}

/** @throws NotInStandIn for what a real server may well answer. */
export function routeOf(method: string, path: string, poison: () => Poison | null) {
  for (const route of routes(poison)) {
    const found = route.method === method ? route.path.exec(path) : null
    if (!found) continue
    const name = decodeURIComponent(found[1] ?? '')
    if (path.startsWith('/indexes/') && !/^[a-zA-Z0-9_-]{1,400}$/.test(name)) {
      throw new Refusal('invalid_index_uid', `\`${name}\` is not a valid index uid.`)
    }
    return { route, name }
  }
  throw new NotInStandIn(`address ${method} ${path}`)
}

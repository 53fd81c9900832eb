import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { authorise } from './authorise.ts'
import { NotInStandIn, Refusal } from './errors.ts'
import { type Answer, type State } from './handlers.ts'
import { type Poison } from './handlers-search.ts'
import { KeyRing } from './keys.ts'
import { perform } from './perform.ts'
import { routeOf } from './routes.ts'
import { TaskQueue } from './tasks.ts'

/** What may go wrong with a server, to be set by a test at any time. */
export type Faults = {
  /** Milliseconds before each answer. */
  delay: number
  /** Closes the connection instead of answering. */
  cut: boolean
  /** Answers everything but the health check with this code. */
  refuseWith: 'too_many_search_requests' | 'internal' | null
  /** Changes what a search has found. */
  poison: Poison | null
}

const NO_FAULTS: Faults = { delay: 0, cut: false, refuseWith: null, poison: null }

export type StandIn = {
  url: string
  masterKey: string
  faults: Faults
  /** The tasks: `pause`, `resume`, and how long each takes. */
  queue: () => TaskQueue
  /** Addresses asked for, as `METHOD /path`, in their order. */
  asked: string[]
  /** The same with the sizes of what was sent and answered. */
  traffic: { line: string; requestBytes: number; responseBytes: number }[]
  /** Dies at once, in the middle of everything. */
  kill: () => Promise<void>
  /** Comes back at the same address; without its data it knows neither indexes nor keys. */
  restart: (options: { keepData: boolean }) => Promise<void>
}

/** The server's own default is 100 MB. */
const PAYLOAD_LIMIT = 100 * 1024 * 1024

function newState(masterKey: string): State {
  const indexes: State['indexes'] = new Map()
  const queue: TaskQueue = new TaskQueue((task) => perform(indexes, queue.tasks, task))
  return { indexes, queue, ring: new KeyRing(masterKey) }
}

/** Reads a body; what is too large is refused, as the server does, without being kept. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  if (size <= limit) return Buffer.concat(chunks).toString()
  const message = `The provided payload reached the size limit. The maximum accepted payload size is ${String(limit)} B.`
  throw new Refusal('payload_too_large', message)
}

function parseBody(text: string, contentType: string | undefined): unknown {
  if (contentType === undefined)
    throw new Refusal('missing_content_type', 'A Content-Type header is missing.')
  const [type] = contentType.split(';')
  if (type === 'application/x-ndjson' || type === 'text/csv') throw new NotInStandIn(`content type ${type}`)
  if (type !== 'application/json')
    throw new Refusal('invalid_content_type', `The Content-Type \`${contentType}\` is invalid.`)
  if (text === '') throw new Refusal('missing_payload', 'A json payload is missing.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refusal(
      'malformed_payload',
      `The \`json\` payload provided is malformed. \`${String(error)}\`.`,
    )
  }
}

async function answer(
  state: State,
  faults: Faults,
  limit: number,
  request: IncomingMessage,
): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const text = await bodyOf(request, limit)
  const { route, name } = routeOf(request.method ?? 'GET', url.pathname, () => faults.poison)
  if (route.action === null) return { status: 200, body: route.body }
  if (faults.refuseWith) throw new Refusal(faults.refuseWith, 'A fault that a test asked for.')
  const indexUid = url.pathname.startsWith('/indexes/') ? name : null
  const caller = authorise(request.headers.authorization, state.ring, route.action, indexUid)
  const body = route.takesBody ? parseBody(text, request.headers['content-type']) : undefined
  return route.handle({ state, caller, name, query: Object.fromEntries(url.searchParams), body })
}

/** Sends an answer and gives its size in bytes. */
function send(response: ServerResponse, { status, body }: Answer): number {
  const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(bytes)
  return bytes.length
}

/**
 * A server in this process that behaves as Meilisearch 1.53 does, for the calls that the product makes: strict about
 * what it takes, slow to show what it was given, and able to fail on demand.
 */
export async function startStandIn({
  masterKey = 'a-master-key-for-tests',
  payloadLimit = PAYLOAD_LIMIT,
} = {}): Promise<StandIn> {
  let state = newState(masterKey)
  const faults: Faults = { ...NO_FAULTS }
  const asked: string[] = []
  const traffic: StandIn['traffic'] = []

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const line = `${request.method ?? ''} ${request.url ?? ''}`
    asked.push(line)
    if (faults.cut) return void request.socket.destroy()
    const result = await answer(state, faults, payloadLimit, request).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : new Refusal('internal', String(error), 500)
      return { status: refusal.status, body: refusal.body() }
    })
    if (faults.delay > 0) await new Promise((resolve) => setTimeout(resolve, faults.delay))
    const requestBytes = Number(request.headers['content-length'] ?? 0)
    traffic.push({ line, requestBytes, responseBytes: send(response, result) })
  }

  const listen = async (port: number): Promise<Server> => {
    const server = createServer(
      (request, response) => void serve(request, response).catch(() => response.destroy()),
    )
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }

  let server = await listen(0)
  const { port } = server.address() as AddressInfo
  const kill = async (): Promise<void> => {
    if (!server.listening) return
    state.queue.interrupt()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
    // Clients in this process shall notice before anything else happens, as those elsewhere have time to.
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  return {
    ...{ url: `http://127.0.0.1:${String(port)}`, masterKey, faults, asked, traffic, kill },
    queue: () => state.queue,
    restart: async ({ keepData }) => {
      await kill()
      if (!keepData) state = newState(masterKey)
      server = await listen(port)
      state.queue.resume()
    },
  }
}

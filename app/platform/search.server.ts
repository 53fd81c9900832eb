import { Meilisearch, type MultiSearchQuery, type Settings } from 'meilisearch'
import { z } from 'zod'
import { MINUTE, SECOND } from '#app/domain/shared/durations.ts'
import { CircuitBreaker, type CircuitState } from './circuit-breaker.ts'
import { env, type Env } from './env.server.ts'
import { errorFields, log } from './log.server.ts'
import { SearchFault, toSearchFault, UnsafeSearchKey } from './search-fault.ts'

/** Somebody is typing: PostgreSQL answers sooner than that. */
const SEARCH_PATIENCE = SECOND
/** An answer that took longer is used, and counts as a failure. */
const SLOW = SECOND / 2
const INDEX_PATIENCE = 30 * SECOND
const TASK_PATIENCE = 5 * MINUTE
const TASK_POLL = SECOND / 10
const BREAKER = { failures: 3, rest: 5 * SECOND, longestRest: MINUTE }

export type SearchSettings = { url: string; searchKey: string; indexKey: string }
export type SearchQuery = MultiSearchQuery
export type SearchDocument = Record<string, unknown>
export type IndexSettings = Settings

const answerSchema = z.object({
  results: z.array(
    z.object({
      indexUid: z.string(),
      hits: z.array(z.looseObject({})),
      totalHits: z.number().optional(),
      estimatedTotalHits: z.number().optional(),
      facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
    }),
  ),
})
export type SearchAnswer = z.infer<typeof answerSchema>['results'][number]

const documentsSchema = z.object({ results: z.array(z.looseObject({})), total: z.number() })
export type SearchDocuments = z.infer<typeof documentsSchema>

/** A task of the server that it could not do; `code` is its name of the reason. */
export class SearchTaskFailed extends Error {
  override readonly name = 'SearchTaskFailed'
  constructor(readonly code: string) {
    super(`task failed: ${code}`)
  }
}

/**
 * The search server, with no business in it. Everything may throw a `SearchFault`; what changes an index returns the
 * number of a task, which is not yet done.
 */
export type SearchServer = {
  /** Answers all queries or none, in their order, within a second; not at all while the circuit is open. */
  search: (queries: SearchQuery[]) => Promise<SearchAnswer[]>
  /** Documents by filter, however many, in the order in which they came; neither ranked nor cut off. */
  fetch: (
    index: string,
    options: { filter?: string | string[]; fields: string[]; limit: number; offset?: number },
  ) => Promise<SearchDocuments>
  createIndex: (index: string, primaryKey: string) => Promise<number>
  deleteIndex: (index: string) => Promise<number>
  swapIndexes: (one: string, other: string) => Promise<number>
  /** Names of all indexes that the key may see. */
  indexes: () => Promise<string[]>
  updateSettings: (index: string, settings: IndexSettings) => Promise<number>
  addDocuments: (index: string, documents: SearchDocument[]) => Promise<number>
  deleteDocuments: (index: string, ids: string[]) => Promise<number>
  /** Waits until a task is done. @throws SearchTaskFailed, or SearchFault `slow` after five minutes. */
  finished: (task: number) => Promise<void>
  circuit: () => CircuitState
}

/**
 * Makes sure that a key is not allowed everything: the list of keys must be closed to it.
 * @throws UnsafeSearchKey when it is open, SearchFault when nobody says so.
 */
async function assertModest(client: Meilisearch, variable: string): Promise<void> {
  const fault = await client.getKeys({ limit: 1 }).then(
    () => new UnsafeSearchKey(variable),
    (error: unknown) => toSearchFault(error),
  )
  // 403 for a key that is known and may not; a server without a master key has another answer.
  if (fault instanceof SearchFault && fault.code === 'invalid_api_key') return
  throw fault
}

/** Opens the search server. It is asked nothing before both keys have been found to be modest. */
export function openSearch({
  url,
  searchKey,
  indexKey,
}: SearchSettings): SearchServer & { assertModestKeys: () => Promise<void> } {
  // Keys must not follow a redirection to somebody else.
  const common = { host: url, requestInit: { redirect: 'error' as const } }
  const searcher = new Meilisearch({ ...common, apiKey: searchKey, timeout: SEARCH_PATIENCE })
  const indexer = new Meilisearch({ ...common, apiKey: indexKey, timeout: INDEX_PATIENCE })
  const breaker = new CircuitBreaker(BREAKER)
  const modest = { search: false, index: false }

  const assertSearchKey = async () => {
    if (!modest.search) await assertModest(searcher, 'MEILI_SEARCH_KEY')
    modest.search = true
  }
  const assertIndexKey = async () => {
    if (!modest.index) await assertModest(indexer, 'MEILI_INDEX_KEY')
    modest.index = true
  }

  async function guarded<T>(ask: () => Promise<T>): Promise<T> {
    if (!breaker.admits()) throw new SearchFault('resting', 'circuit_open')
    const start = performance.now()
    try {
      await assertSearchKey()
      const answer = await ask()
      if (performance.now() - start > SLOW) breaker.wentBadly()
      else breaker.wentWell()
      return answer
    } catch (error) {
      const fault = toSearchFault(error)
      // A wrong request says nothing against the server.
      if (fault instanceof SearchFault && fault.kind === 'refused') breaker.wentWell()
      else breaker.wentBadly()
      throw fault
    }
  }

  async function indexing<T>(ask: () => Promise<T>): Promise<T> {
    try {
      await assertIndexKey()
      return await ask()
    } catch (error) {
      throw toSearchFault(error)
    }
  }
  const task = (ask: () => Promise<{ taskUid: number }>) => indexing(async () => (await ask()).taskUid)

  return {
    search: (queries) =>
      guarded(async () => parse(answerSchema, await searcher.multiSearch({ queries })).results),
    fetch: (index, options) =>
      indexing(async () =>
        parse(documentsSchema, await indexer.index(index).getDocuments({ filter: [], ...options })),
      ),
    createIndex: (index, primaryKey) => task(() => indexer.createIndex(index, { primaryKey })),
    deleteIndex: (index) => task(() => indexer.deleteIndex(index)),
    swapIndexes: (one, other) => task(() => indexer.swapIndexes([{ indexes: [one, other], rename: false }])),
    indexes: () =>
      indexing(async () => (await indexer.getRawIndexes({ limit: 1_000 })).results.map(({ uid }) => uid)),
    updateSettings: (index, settings) => task(() => indexer.index(index).updateSettings(settings)),
    addDocuments: (index, documents) => task(() => indexer.index(index).addDocuments(documents)),
    deleteDocuments: (index, ids) => task(() => indexer.index(index).deleteDocuments(ids)),
    finished: (uid) => indexing(() => waitFor(indexer, uid)),
    circuit: () => breaker.state(),
    assertModestKeys: async () => {
      await assertSearchKey()
      await assertIndexKey()
    },
  }
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (!result.success) throw new SearchFault('garbled', 'not_an_answer')
  return result.data
}

/** The client's own waiting gives up its timer but not its question: it is asked here. */
async function waitFor(client: Meilisearch, uid: number): Promise<void> {
  const until = performance.now() + TASK_PATIENCE
  while (performance.now() < until) {
    const { status, error } = await client.tasks.getTask(uid)
    if (status === 'succeeded') return
    if (status === 'failed' || status === 'canceled') throw new SearchTaskFailed(error?.code ?? status)
    await new Promise((resolve) => setTimeout(resolve, TASK_POLL))
  }
  throw new SearchFault('slow', 'task')
}

let opened: ReturnType<typeof openSearch> | null = null

const fromEnv = ({ MEILI_URL, MEILI_SEARCH_KEY, MEILI_INDEX_KEY }: Env) =>
  MEILI_URL && MEILI_SEARCH_KEY && MEILI_INDEX_KEY
    ? openSearch({ url: MEILI_URL, searchKey: MEILI_SEARCH_KEY, indexKey: MEILI_INDEX_KEY })
    : null

/** The process's search server, or null where `MEILI_URL` is not set. */
export function searchServer(): SearchServer | null {
  opened ??= fromEnv(env())
  return opened
}

/**
 * Called when a process starts. A server that is not there is no reason not to start: keys are then looked at before
 * they are first used.
 * @throws UnsafeSearchKey when a key may do too much.
 */
export async function refuseUnsafeSearchKeys(): Promise<void> {
  opened ??= fromEnv(env())
  await opened?.assertModestKeys().catch((error: unknown) => {
    const fault = toSearchFault(error)
    if (!(fault instanceof SearchFault) || fault instanceof UnsafeSearchKey) throw fault
    log.warn({ check: 'search', reason: fault.kind, ...errorFields(fault) }, 'search server not usable')
  })
}

/** Whether searches are answered, and in time. True where there is no search server: PostgreSQL needs none. */
export async function searchWorks(): Promise<boolean> {
  const server = searchServer()
  if (!server) return true
  return server.search([]).then(
    () => server.circuit() === 'closed',
    () => false,
  )
}

import { z } from 'zod'
import { ACTIONS } from './requests.ts'

/*
 * What the server answers, of the calls that the product makes, as its OpenAPI description 1.53 has it. The contract
 * suite holds every answer against these, so that neither the stand-in nor a newer server drifts unseen.
 */
const natural = z.int().min(0)
const moment = z.iso.datetime()

export const errorBody = z.object({
  message: z.string(),
  code: z.string(),
  type: z.enum(['internal', 'invalid_request', 'auth', 'system']),
  link: z.url(),
})

export const health = z.object({ status: z.enum(['available', 'mustRestart']) })

export const version = z.object({ commitSha: z.string(), commitDate: z.string(), pkgVersion: z.string() })

const paginated = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), offset: natural, limit: natural, total: natural })

export const index = z.object({
  uid: z.string(),
  createdAt: moment,
  updatedAt: moment,
  primaryKey: z.string().nullish(),
})
export const indexes = paginated(index)

export const documents = paginated(z.record(z.string(), z.unknown()))

const TASK_TYPES = [
  'documentAdditionOrUpdate',
  'documentDeletion',
  'settingsUpdate',
  'indexCreation',
  'indexDeletion',
  'indexSwap',
  'taskCancelation',
] as const
const STATUSES = ['enqueued', 'processing', 'succeeded', 'failed', 'canceled'] as const

export const enqueued = z.object({
  taskUid: natural,
  indexUid: z.string().nullish(),
  status: z.literal('enqueued'),
  type: z.enum(TASK_TYPES),
  enqueuedAt: moment,
})

export const task = z.object({
  uid: natural,
  batchUid: natural.nullish(),
  indexUid: z.string().nullish(),
  status: z.enum(STATUSES),
  type: z.enum(TASK_TYPES),
  canceledBy: natural.nullish(),
  details: z.record(z.string(), z.unknown()).nullish(),
  error: errorBody.nullish(),
  duration: z.string().nullish(),
  enqueuedAt: moment,
  startedAt: moment.nullish(),
  finishedAt: moment.nullish(),
})

export const tasks = z.object({
  results: z.array(task),
  total: natural,
  limit: natural,
  from: natural.nullish(),
  next: natural.nullish(),
})

const found = {
  hits: z.array(z.record(z.string(), z.unknown())),
  query: z.string(),
  processingTimeMs: natural,
  facetDistribution: z.record(z.string(), z.record(z.string(), natural)).nullish(),
  facetStats: z.record(z.string(), z.object({ min: z.number(), max: z.number() })).nullish(),
}

export const searchResult = z.union([
  z.object({ ...found, limit: natural, offset: natural, estimatedTotalHits: natural }),
  z.object({ ...found, hitsPerPage: natural, page: natural, totalPages: natural, totalHits: natural }),
])

export const multiSearchResult = z.object({
  results: z.array(z.intersection(searchResult, z.object({ indexUid: z.string() }))),
})

export const settings = z.object({
  displayedAttributes: z.array(z.string()),
  searchableAttributes: z.array(z.string()),
  filterableAttributes: z.array(z.unknown()),
  sortableAttributes: z.array(z.string()),
  rankingRules: z.array(z.string()),
  typoTolerance: z.object({
    enabled: z.boolean(),
    minWordSizeForTypos: z.object({ oneTypo: natural, twoTypos: natural }),
  }),
  pagination: z.object({ maxTotalHits: natural }),
  searchCutoffMs: natural.nullable(),
})

export const key = z.object({
  uid: z.uuid(),
  key: z.string().min(1),
  name: z.string().nullish(),
  description: z.string().nullish(),
  actions: z.array(z.enum(ACTIONS)),
  indexes: z.array(z.string()),
  expiresAt: moment.nullish(),
  createdAt: moment,
  updatedAt: moment,
})
export const keys = paginated(z.object({ uid: z.uuid(), key: z.string(), indexes: z.array(z.string()) }))

export const indexStats = z.object({
  numberOfDocuments: natural,
  isIndexing: z.boolean(),
  fieldDistribution: z.record(z.string(), natural),
})
export const stats = z.object({
  databaseSize: natural,
  usedDatabaseSize: natural,
  lastUpdate: moment.nullish(),
  indexes: z.record(z.string(), indexStats),
})

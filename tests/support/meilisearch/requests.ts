import { z } from 'zod'

/*
 * What the server takes, of the calls that the product makes: the fields and types of its OpenAPI description 1.53.
 * The description forgets to say that unknown fields of a search, of settings and of a key are refused too, and calls
 * the list of `facets` an object; both are as the server behaves.
 */
const natural = z.int().min(0)
const names = z.array(z.string())
const uniqueNames = names.refine((list) => new Set(list).size === list.length)
const filter = z.unknown().optional()
const indexUid = z.string().regex(/^[a-zA-Z0-9_-]{1,400}$/)
const text = z.string().nullish()

export const indexCreate = z.strictObject({ uid: indexUid, primaryKey: text })

export const swapIndexes = z.array(
  z.strictObject({ indexes: z.array(indexUid), rename: z.boolean().optional() }),
)

const search = {
  q: text,
  offset: natural.nullish(),
  limit: natural.nullish(),
  page: natural.nullish(),
  hitsPerPage: natural.nullish(),
  attributesToRetrieve: uniqueNames.nullish(),
  filter,
  sort: names.nullish(),
  facets: names.nullish(),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).optional(),
  attributesToSearchOn: names.nullish(),
}

/** Fields that the server knows and the stand-in does not act upon. */
const SEARCH_NOT_HERE = [
  'attributesToCrop',
  'cropLength',
  'cropMarker',
  'attributesToHighlight',
  'highlightPreTag',
  'highlightPostTag',
  'showMatchesPosition',
  'distinct',
  'rankingScoreThreshold',
  'locales',
  'hybrid',
  'vector',
  'retrieveVectors',
  'media',
  'personalize',
  'useNetwork',
  'showRankingScore',
  'showRankingScoreDetails',
  'showPerformanceDetails',
]

export const searchQuery = z.strictObject(search)
export const multiSearch = z.strictObject({ queries: z.array(z.strictObject({ indexUid, ...search })) })

export const documentsFetch = z.strictObject({
  offset: natural.optional(),
  limit: natural.optional(),
  fields: names.nullish(),
  ids: names.nullish(),
  filter,
  sort: names.nullish(),
})

export const documentIds = z.array(z.union([z.string(), z.number()]))

const features = z.strictObject({
  facetSearch: z.boolean().optional(),
  filter: z.strictObject({ equality: z.boolean().optional(), comparison: z.boolean().optional() }).optional(),
})

const rankingRule = z
  .string()
  .regex(
    /^(words|typo|proximity|attribute|attributeRank|wordPosition|sort|exactness|[\w.-]+:(asc|desc))$/,
    'is not a ranking rule',
  )

export const settingsUpdate = z.strictObject({
  displayedAttributes: names.nullish(),
  searchableAttributes: names.nullish(),
  filterableAttributes: z
    .array(z.union([z.string(), z.strictObject({ attributePatterns: names, features: features.optional() })]))
    .nullish(),
  sortableAttributes: names.nullish(),
  rankingRules: z.array(rankingRule).nullish(),
  stopWords: names.nullish(),
  synonyms: z.record(z.string(), names).nullish(),
  typoTolerance: z
    .strictObject({
      enabled: z.boolean().nullish(),
      minWordSizeForTypos: z
        .strictObject({ oneTypo: natural.max(255).nullish(), twoTypos: natural.max(255).nullish() })
        .nullish(),
      disableOnWords: uniqueNames.nullish(),
      disableOnAttributes: uniqueNames.nullish(),
      disableOnNumbers: z.boolean().nullish(),
    })
    .nullish(),
  faceting: z
    .strictObject({
      maxValuesPerFacet: natural.nullish(),
      sortFacetValuesBy: z.record(z.string(), z.enum(['alpha', 'count'])).nullish(),
    })
    .nullish(),
  pagination: z.strictObject({ maxTotalHits: natural.nullish() }).nullish(),
  searchCutoffMs: natural.nullish(),
  prefixSearch: z.enum(['indexingTime', 'disabled']).nullish(),
})

const SETTINGS_NOT_HERE = [
  'foreignKeys',
  'nonSeparatorTokens',
  'separatorTokens',
  'dictionary',
  'distinctAttribute',
  'proximityPrecision',
  'embedders',
  'localizedAttributes',
  'facetSearch',
  'chat',
]

/** Of everything that a key may be allowed, what the product's calls are about. */
export const ACTIONS = [
  '*',
  'search',
  'documents.*',
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.*',
  'indexes.create',
  'indexes.get',
  'indexes.update',
  'indexes.delete',
  'indexes.swap',
  'indexes.compact',
  'tasks.*',
  'tasks.cancel',
  'tasks.delete',
  'tasks.get',
  'settings.*',
  'settings.get',
  'settings.update',
  'stats.*',
  'stats.get',
  'metrics.*',
  'metrics.get',
  'dumps.*',
  'dumps.create',
  'snapshots.*',
  'snapshots.create',
  'version',
  'keys.create',
  'keys.get',
  'keys.update',
  'keys.delete',
  'experimental.get',
  'experimental.update',
  'network.get',
  'network.update',
] as const

export const keyCreate = z.strictObject({
  description: text,
  name: text,
  uid: z.uuid().nullish(),
  actions: z.array(z.enum(ACTIONS)),
  indexes: z.array(z.string().regex(/^([a-zA-Z0-9_-]+\*?|\*)$/)),
  expiresAt: z.iso.datetime({ offset: true }).nullable(),
})

/** The fields that are known to the server and not to the stand-in, for each schema that has some. */
export const notHere = new Map<z.ZodType, readonly string[]>([
  [searchQuery, SEARCH_NOT_HERE],
  [multiSearch, [...SEARCH_NOT_HERE, 'federation', 'federationOptions']],
  [settingsUpdate, SETTINGS_NOT_HERE],
  [documentsFetch, ['retrieveVectors', 'useNetwork']],
])

const number = z.string().regex(/^\d+$/).transform(Number)
const list = z.string().transform((value) => value.split(','))
const page = { offset: number.optional(), limit: number.optional() }
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value))
const taskFilters = {
  uids: list.optional(),
  statuses: list.optional(),
  types: list.optional(),
  indexUids: list.optional(),
  canceledBy: list.optional(),
  afterEnqueuedAt: moment.optional(),
  beforeEnqueuedAt: moment.optional(),
  afterStartedAt: moment.optional(),
  beforeStartedAt: moment.optional(),
  afterFinishedAt: moment.optional(),
  beforeFinishedAt: moment.optional(),
}

export const pageQuery = z.strictObject(page)
export const documentsAddQuery = z.strictObject({ primaryKey: z.string().optional() })
export const tasksQuery = z.strictObject({
  limit: number.optional(),
  from: number.optional(),
  reverse: z.enum(['true', 'false']).optional(),
  ...taskFilters,
})
export const tasksCancelQuery = z.strictObject(taskFilters)

export type SearchQuery = z.output<typeof searchQuery>
export type SettingsUpdate = z.output<typeof settingsUpdate>
export type KeyCreate = z.output<typeof keyCreate>
export type TaskFilters = z.output<typeof tasksCancelQuery>

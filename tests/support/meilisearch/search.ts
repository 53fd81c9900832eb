import { Refusal } from './errors.ts'
import { type Document, facetValues } from './facet-values.ts'
import { compile } from './filter-evaluate.ts'
import { type Filter, parseFilter } from './filter-parse.ts'
import { type IndexData } from './indexes.ts'
import { assertSortable, type Candidate, ranked, relevance } from './ranking.ts'
import { type SearchQuery } from './requests.ts'
import { assertAllowed, assertFilterable, type Settings } from './settings.ts'
import { readQuery } from './words.ts'

const NOTHING_ASKED = { words: 0, typos: 0, attribute: 0, position: 0, exact: 0 }

/** The documents that pass every filter. @throws Refusal when a filter is wrong or not allowed. */
export function filtered(index: IndexData, filters: (Filter | null)[]): Document[] {
  const asked = filters.filter((filter) => filter !== null)
  for (const filter of asked) assertAllowed(index.settings, filter)
  const passes = asked.map(compile)
  return [...index.documents.values()].filter((document) => passes.every((pass) => pass(document)))
}

function candidates(index: IndexData, query: SearchQuery, enforced: unknown): Candidate[] {
  const { settings } = index
  const found = filtered(index, [parseFilter(query.filter), parseFilter(enforced)])
  const asked = readQuery(query.q ?? '', settings)
  if (asked.terms.length + asked.excluded.length === 0) {
    return found.map((document) => ({ document, relevance: NOTHING_ASKED }))
  }
  const options = { strategy: query.matchingStrategy ?? 'last', only: searchOn(settings, query) }
  return found.flatMap((document) => {
    const score = relevance(document, asked, settings, options)
    return score ? [{ document, relevance: score }] : []
  })
}

function searchOn(settings: Settings, { attributesToSearchOn }: SearchQuery): string[] | null {
  if (!attributesToSearchOn || attributesToSearchOn.includes('*')) return null
  for (const name of attributesToSearchOn) {
    if (!settings.searchableAttributes.includes('*') && !settings.searchableAttributes.includes(name)) {
      throw new Refusal('invalid_search_attributes_to_search_on', `Attribute \`${name}\` is not searchable.`)
    }
  }
  return attributesToSearchOn
}

/** What a hit shows: the displayed attributes, or those of them that were asked for. */
function shown(settings: Settings, asked: string[] | null | undefined) {
  const all = settings.displayedAttributes.includes('*')
  return (document: Document): Document =>
    Object.fromEntries(
      Object.entries(document).filter(
        ([name]) =>
          (all || settings.displayedAttributes.includes(name)) &&
          (!asked || asked.includes('*') || asked.includes(name)),
      ),
    )
}

function facetsOf(settings: Settings, found: Candidate[], names: string[]) {
  const distribution: Record<string, Record<string, number>> = {}
  const stats: Record<string, { min: number; max: number }> = {}
  for (const name of names) {
    assertFilterable(settings, name, 'invalid_search_facets')
    const counts = new Map<string, number>()
    const numbers: number[] = []
    for (const { document } of found) {
      const values = facetValues(document, name)
      numbers.push(...values.numbers)
      for (const value of new Set([...values.texts, ...values.numbers.map(String)])) {
        counts.set(value, (counts.get(value) ?? 0) + 1)
      }
    }
    const { sortFacetValuesBy, maxValuesPerFacet } = settings.faceting
    const byCount = (sortFacetValuesBy[name] ?? sortFacetValuesBy['*']) === 'count'
    const sorted = [...counts].sort((a, b) => (byCount && b[1] - a[1]) || (a[0] < b[0] ? -1 : 1))
    distribution[name] = Object.fromEntries(sorted.slice(0, maxValuesPerFacet))
    if (numbers.length > 0) stats[name] = { min: Math.min(...numbers), max: Math.max(...numbers) }
  }
  return { facetDistribution: distribution, facetStats: stats }
}

/** Neither more documents nor a higher count than `maxTotalHits` ever leave. */
function paged(query: SearchQuery, total: number, most: number) {
  const count = Math.min(total, most)
  if (typeof query.page === 'number' || typeof query.hitsPerPage === 'number') {
    const { page, hitsPerPage } = { page: query.page ?? 1, hitsPerPage: query.hitsPerPage ?? 20 }
    const from = (page - 1) * hitsPerPage
    const totalPages = hitsPerPage === 0 ? 0 : Math.ceil(count / hitsPerPage)
    const span = page === 0 ? [0, 0] : [Math.min(from, count), Math.min(from + hitsPerPage, count)]
    return { span, counts: { hitsPerPage, page, totalPages, totalHits: count } }
  }
  const { offset, limit } = { offset: query.offset ?? 0, limit: query.limit ?? 20 }
  const span = [Math.min(offset, count), Math.min(offset + limit, count)]
  return { span, counts: { limit, offset, estimatedTotalHits: count } }
}

/**
 * Answers one search.
 * @param enforced - the filter of a tenant token, which the caller cannot take away
 * @throws Refusal with the documented code of whatever is wrong.
 */
export function search(index: IndexData, query: SearchQuery, enforced: unknown) {
  const { settings } = index
  const sort = query.sort ?? []
  assertSortable(settings, sort)
  const found = ranked(candidates(index, query, enforced), settings, sort)
  const { span, counts } = paged(query, found.length, settings.pagination.maxTotalHits)
  const hits = found.slice(...span).map(({ document }) => document)
  return {
    hits: hits.map(shown(settings, query.attributesToRetrieve)),
    query: query.q ?? '',
    processingTimeMs: 0,
    ...counts,
    ...(query.facets ? facetsOf(settings, found, query.facets) : {}),
  }
}

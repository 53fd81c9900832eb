import { type Document, facetValues } from './facet-values.ts'
import { Refusal } from './errors.ts'
import { type Settings } from './settings.ts'
import { type Query, type QueryTerm, typos, typosAllowed, wordsOf } from './words.ts'

/** How well a document meets the words of a query; smaller is better, but for `words` and `exact`. */
export type Relevance = { words: number; typos: number; attribute: number; position: number; exact: number }

type Field = { name: string; rank: number; words: string[] }
type Found = { typos: number; attribute: number; position: number; exact: boolean }

const texts = (value: unknown): string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(texts)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

function fieldsOf(document: Document, settings: Settings, only: string[] | null): Field[] {
  const listed = settings.searchableAttributes.includes('*')
    ? Object.keys(document)
    : settings.searchableAttributes
  return listed
    .map((name, rank) => ({ name, rank, words: wordsOf(texts(document[name]).join(' ')) }))
    .filter(({ name }) => !only || only.includes(name))
}

function findWord(typed: string, term: QueryTerm, field: Field, settings: Settings): Found | null {
  const strict = settings.typoTolerance.disableOnAttributes.includes(field.name)
  const most = strict ? 0 : typosAllowed(typed, settings)
  let best: Found | null = null
  for (const [position, word] of field.words.entries()) {
    const count = typos(typed, word, term.prefix, most)
    if (count > most || (best && best.typos <= count)) continue
    best = { typos: count, attribute: field.rank, position, exact: word === typed }
  }
  return best
}

function findPhrase({ words }: QueryTerm, field: Field): Found | null {
  const position = field.words.findIndex((_, start) =>
    words.every((word, i) => field.words[start + i] === word),
  )
  return position < 0 ? null : { typos: 0, attribute: field.rank, position, exact: true }
}

function find(term: QueryTerm, fields: Field[], settings: Settings): Found | null {
  const typed = term.words[0] ?? ''
  const found = fields
    .map((field) => (term.exact ? findPhrase(term, field) : findWord(typed, term, field, settings)))
    .filter((one) => one !== null)
  return found.sort((a, b) => a.typos - b.typos || a.attribute - b.attribute)[0] ?? null
}

/**
 * Whether a document answers a query, and how well. With the strategy `last` words are given up from the end, but never
 * the first one nor a phrase. Words are neither split nor joined, which the server does too.
 */
export function relevance(
  document: Document,
  query: Query,
  settings: Settings,
  { strategy = 'last', only = null as string[] | null },
): Relevance | null {
  const fields = fieldsOf(document, settings, only)
  if (query.excluded.some((term) => find({ ...term, exact: true }, fields, settings))) return null
  const found = query.terms.map((term) => find(term, fields, settings))
  const missed = found.indexOf(null)
  const kept = missed < 0 ? found.length : missed
  if (missed === 0 || (missed > 0 && strategy === 'all')) return null
  if (query.terms.some((term, i) => term.exact && !found[i])) return null
  const matched = found.slice(0, kept).filter((one) => one !== null)
  const sum = (of: (one: Found) => number) => matched.reduce((total, one) => total + of(one), 0)
  return {
    words: kept,
    typos: sum((one) => one.typos),
    attribute: sum((one) => one.attribute),
    position: sum((one) => one.position),
    exact: sum((one) => (one.exact ? 1 : 0)),
  }
}

export type Candidate = { document: Document; relevance: Relevance }
type Order = (a: Candidate, b: Candidate) => number

/** Numbers before texts, what has no value last, in both directions. */
function byField(rule: string): Order {
  const [field = '', direction] = rule.split(':')
  const sign = direction === 'desc' ? -1 : 1
  const first = <T extends number | string>(values: T[]) =>
    values.reduce<T | null>(
      (best, value) => (best === null || value < best === sign > 0 ? value : best),
      null,
    )
  return (a, b) => {
    const [left, right] = [facetValues(a.document, field), facetValues(b.document, field)]
    const [l, r] = [first(left.numbers) ?? first(left.texts), first(right.numbers) ?? first(right.texts)]
    if (l === null || r === null) return (l === null ? 1 : 0) - (r === null ? 1 : 0)
    if (typeof l !== typeof r) return typeof l === 'number' ? -1 : 1
    return l === r ? 0 : l < r ? -sign : sign
  }
}

const RULES: Record<string, Order> = {
  words: (a, b) => b.relevance.words - a.relevance.words,
  typo: (a, b) => a.relevance.typos - b.relevance.typos,
  attribute: (a, b) =>
    a.relevance.attribute - b.relevance.attribute || a.relevance.position - b.relevance.position,
  attributeRank: (a, b) => a.relevance.attribute - b.relevance.attribute,
  wordPosition: (a, b) => a.relevance.position - b.relevance.position,
  exactness: (a, b) => b.relevance.exact - a.relevance.exact,
  proximity: () => 0,
}

/** @throws Refusal when a field may not be sorted by. */
export function assertSortable(settings: Settings, sort: readonly string[]): void {
  for (const rule of sort) {
    const field = /^([^:]+):(asc|desc)$/.exec(rule)?.[1]
    if (field === undefined)
      throw new Refusal('invalid_search_sort', `Invalid syntax for the sort parameter: \`${rule}\`.`)
    if (!settings.sortableAttributes.includes(field)) {
      throw new Refusal('invalid_search_sort', `Attribute \`${field}\` is not sortable.`)
    }
  }
  if (sort.length > 0 && !settings.rankingRules.includes('sort')) {
    throw new Refusal(
      'invalid_search_sort',
      'You must specify where `sort` is listed in the rankingRules setting.',
    )
  }
}

/** Best first by the ranking rules in their order; what is equal stays in the order of insertion. */
export function ranked(candidates: Candidate[], settings: Settings, sort: readonly string[]): Candidate[] {
  const orders = settings.rankingRules.flatMap((rule) => {
    if (rule === 'sort') return sort.map(byField)
    return [RULES[rule] ?? byField(rule)]
  })
  return candidates.sort((a, b) => {
    for (const order of orders) {
      const difference = order(a, b)
      if (difference !== 0) return difference
    }
    return 0
  })
}

import { type Document, type FacetValues, facetValues, normalise } from './facet-values.ts'
import { type Comparison, type Filter } from './filter-parse.ts'

export type Predicate = (document: Document) => boolean

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/** A value is compared as a number too when it reads like one. */
const numberOf = (value: string): number | null =>
  NUMBER.test(value) && Number.isFinite(Number(value)) ? Number(value) : null

const COMPARE: Record<Comparison, <T extends number | string>(left: T, right: T) => boolean> = {
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
}

/** Documents are replaced, never changed: what was once read of one holds as long as it is there. */
const read = new WeakMap<Document, Map<string, FacetValues>>()

function valuesOf(document: Document, field: string): FacetValues {
  const known = read.get(document) ?? new Map<string, FacetValues>()
  const values = known.get(field) ?? facetValues(document, field)
  read.set(document, known.set(field, values))
  return values
}

const on =
  (field: string, test: (values: FacetValues) => boolean): Predicate =>
  (document) =>
    test(valuesOf(document, field))

function isIn(field: string, values: string[]): Predicate {
  const texts = new Set(values.map(normalise))
  const numbers = new Set(values.map(numberOf).filter((value) => value !== null))
  return on(
    field,
    (found) => found.texts.some((text) => texts.has(text)) || found.numbers.some((n) => numbers.has(n)),
  )
}

/** Bounds between texts are taken as they are written, while the texts of documents are in lower case. */
function within(field: string, bounds: { operator: Comparison; value: string }[]): Predicate {
  const numbers = bounds.map(({ operator, value }) => ({ operator, value: numberOf(value) }))
  const passes = <T extends number | string>(found: T, all: { operator: Comparison; value: T | null }[]) =>
    all.every(({ operator, value }) => value !== null && COMPARE[operator](found, value))
  return on(
    field,
    (found) =>
      found.numbers.some((number) => passes(number, numbers)) ||
      found.texts.some((text) => passes(text, bounds)),
  )
}

/** Turns a filter into a question to one document. A list passes when any of its elements does. */
export function compile(filter: Filter): Predicate {
  switch (filter.is) {
    case 'and': {
      const all = filter.of.map(compile)
      return (document) => all.every((passes) => passes(document))
    }
    case 'or': {
      const any = filter.of.map(compile)
      return (document) => any.some((passes) => passes(document))
    }
    case 'not': {
      const passes = compile(filter.of)
      return (document) => !passes(document)
    }
    case 'in':
      return isIn(filter.field, filter.values)
    case 'compare':
      return within(filter.field, [filter])
    case 'between':
      return within(filter.field, [
        { operator: '>=', value: filter.from },
        { operator: '<=', value: filter.to },
      ])
    case 'starts': {
      const start = normalise(filter.value)
      return on(filter.field, ({ texts }) => texts.some((text) => text.startsWith(start)))
    }
    case 'exists':
      return on(filter.field, ({ exists }) => exists)
    case 'null':
      return on(filter.field, ({ isNull }) => isNull)
    case 'empty':
      return on(filter.field, ({ isEmpty }) => isEmpty)
  }
}

/** The conditions of a filter, each with the field that it is about. */
export function conditionsOf(filter: Filter): Exclude<Filter, { of: unknown }>[] {
  if (!('of' in filter)) return [filter]
  return (Array.isArray(filter.of) ? filter.of : [filter.of]).flatMap(conditionsOf)
}

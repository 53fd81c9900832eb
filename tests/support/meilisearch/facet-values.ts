export type Document = Record<string, unknown>

/** What filters, facets and sorting see of one field of a document. */
export type FacetValues = {
  exists: boolean
  isNull: boolean
  isEmpty: boolean
  numbers: number[]
  texts: string[]
}

/** How the server compares texts in filters: without outer spaces, compatibility forms and case. Accents count. */
export const normalise = (text: string): string => text.trim().normalize('NFKD').toLowerCase()

/** Every value found at a path; a dot leads into objects, also those of a list. */
function valuesAt(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inside]) => {
    if (name === path) return [inside as unknown]
    return path.startsWith(`${name}.`) ? valuesAt(inside, path.slice(name.length + 1)) : []
  })
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0)

function collect(value: unknown, into: FacetValues): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into)
  else if (typeof value === 'number') into.numbers.push(value)
  else if (typeof value === 'string') into.texts.push(normalise(value))
  else if (typeof value === 'boolean') into.texts.push(String(value))
}

const known = new WeakMap<Document, Map<string, FacetValues>>()

/** The values of a field, read once for each document: documents are replaced, never changed. */
export function facetValues(document: Document, field: string): FacetValues {
  let fields = known.get(document)
  if (!fields) known.set(document, (fields = new Map<string, FacetValues>()))
  let facets = fields.get(field)
  if (!facets) {
    const values = valuesAt(document, field)
    facets = {
      exists: values.length > 0,
      isNull: values.some((value) => value === null),
      isEmpty: values.some(isEmpty),
      numbers: [],
      texts: [],
    }
    for (const value of values) collect(value, facets)
    fields.set(field, facets)
  }
  return facets
}

import { Refusal } from './errors.ts'
import { type Document } from './facet-values.ts'
import { defaultSettings, type Settings } from './settings.ts'

export type IndexData = {
  primaryKey: string | null
  createdAt: Date
  updatedAt: Date
  settings: Settings
  /** By id, in the order in which they first came. */
  documents: Map<string, Document>
}

export const newIndex = (primaryKey: string | null, at: Date): IndexData => ({
  primaryKey,
  createdAt: at,
  updatedAt: at,
  settings: defaultSettings(),
  documents: new Map(),
})

/** The one field of the first document whose name ends with `id`. */
function guessPrimaryKey(document: Document): string {
  const names = Object.keys(document).filter((name) => name.toLowerCase().endsWith('id'))
  const [name, other] = names
  if (name === undefined) {
    throw new Refusal(
      'index_primary_key_no_candidate_found',
      'The primary key inference failed as the engine did not find any field ending with `id` in its name.',
    )
  }
  if (other !== undefined) {
    throw new Refusal(
      'index_primary_key_multiple_candidates_found',
      `The primary key inference failed as the engine found ${String(names.length)} fields ending with \`id\`.`,
    )
  }
  return name
}

function documentId(document: Document, primaryKey: string): string {
  const id = document[primaryKey]
  if (id === undefined) {
    throw new Refusal('missing_document_id', `Document doesn't have a \`${primaryKey}\` attribute.`)
  }
  if (typeof id === 'number' && Number.isInteger(id)) return String(id)
  if (typeof id === 'string' && /^[a-zA-Z0-9_-]{1,511}$/.test(id)) return id
  throw new Refusal('invalid_document_id', `Document identifier \`${JSON.stringify(id)}\` is invalid.`)
}

/**
 * Puts documents in, each instead of the one with the same id: all of them or, when one is wrong, none.
 * @throws Refusal with the code of the task's error.
 */
export function addDocuments(index: IndexData, documents: Document[], asked: string | undefined): void {
  if (asked !== undefined && index.primaryKey !== null && asked !== index.primaryKey) {
    throw new Refusal(
      'index_primary_key_already_exists',
      `Index already has a primary key: \`${index.primaryKey}\`.`,
    )
  }
  const [first] = documents
  if (!first) return
  const primaryKey = index.primaryKey ?? asked ?? guessPrimaryKey(first)
  const entries = documents.map((document) => [documentId(document, primaryKey), document] as const)
  index.primaryKey = primaryKey
  for (const [id, document] of entries) index.documents.set(id, document)
}

/** How many documents have each field. */
export function fieldDistribution({ documents }: IndexData): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const document of documents.values()) {
    for (const name of Object.keys(document)) counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

import { read } from './check-request.ts'
import { type Document } from './facet-values.ts'
import { Refusal } from './errors.ts'
import { type Call, type Handler, indexOf, ok } from './handlers.ts'
import * as requests from './requests.ts'
import { search } from './search.ts'

/** Spoils the hits of an answer, for tests of what happens when an index is wrong. */
export type Poison = (hits: Document[], indexUid: string) => Document[]

function answer(call: Call, query: requests.SearchQuery, poison: Poison | null) {
  const index = indexOf(call)
  // The server names the index in whatever it has against the query.
  try {
    const found = search(index, query, call.caller.enforced(call.name))
    return poison ? { ...found, hits: poison(found.hits, call.name) } : found
  } catch (error) {
    if (!(error instanceof Refusal) || index === undefined) throw error
    throw new Refusal(error.code, `Index \`${call.name}\`: ${error.message}`)
  }
}

export const searchOne =
  (poison: () => Poison | null): Handler =>
  (call) =>
    ok(answer(call, read(requests.searchQuery, call.body, { prefix: 'search' }), poison()))

/** One query that is refused refuses them all, by 400 whatever it was. */
export const searchMany =
  (poison: () => Poison | null): Handler =>
  (call) => {
    const naming = {
      prefix: 'search',
      own: { indexUid: 'invalid_index_uid' },
      missing: { indexUid: 'missing_index_uid' },
    }
    const { queries } = read(requests.multiSearch, call.body, naming)
    const unseen = queries.findIndex(({ indexUid }) => !call.caller.mayUse(indexUid))
    if (unseen >= 0)
      throw new Refusal(
        'invalid_api_key',
        `Inside \`.queries[${String(unseen)}]\`: The provided API key is invalid.`,
      )
    const results = queries.map(({ indexUid, ...query }, at) => {
      try {
        return { indexUid, ...answer({ ...call, name: indexUid }, query, poison()) }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const status = error.status === 404 ? 400 : error.status
        throw new Refusal(error.code, `Inside \`.queries[${String(at)}]\`: ${error.message}`, status)
      }
    })
    return ok({ results })
  }

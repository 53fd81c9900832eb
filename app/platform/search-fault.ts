import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch'

/**
 * What went wrong with the search server. `unreachable`, `slow`, `busy` (it failed by itself) and `resting` (it is left
 * alone for now) pass; `refused` (the request or its key) and `garbled` (whoever answered is no search server) do not.
 */
export type FaultKind = 'unreachable' | 'slow' | 'busy' | 'resting' | 'refused' | 'garbled'

export class SearchFault extends Error {
  override readonly name: string = 'SearchFault'

  constructor(
    readonly kind: FaultKind,
    /** The server's or the system's name of the fault; never a value of the request. */
    readonly code: string,
  ) {
    super(`${kind}: ${code}`)
  }

  /** Whether the same request may go well later. */
  get passes(): boolean {
    return this.kind !== 'refused' && this.kind !== 'garbled'
  }
}

/** The key may do more than the product needs: whoever had it would own the server. */
export class UnsafeSearchKey extends SearchFault {
  override readonly name = 'UnsafeSearchKey'

  constructor(variable: string) {
    super('refused', 'unsafe_key')
    this.message = `${variable} may read other keys, as the master key may: make a key of its own, see README.md.`
  }
}

/** The client's many errors as one of ours; what is no fault of the server stays what it is. */
export function toSearchFault(error: unknown): unknown {
  if (error instanceof MeilisearchApiError) {
    const code = error.cause?.code ?? String(error.response.status)
    const passing = error.response.status >= 500 || error.response.status === 429
    return new SearchFault(passing ? 'busy' : 'refused', code)
  }
  if (error instanceof MeilisearchRequestError) {
    if (error.cause instanceof MeilisearchRequestTimeOutError) return new SearchFault('slow', 'timeout')
    const { cause } = error.cause as { cause?: { code?: string } }
    return new SearchFault('unreachable', cause?.code ?? 'unknown')
  }
  // The client parses whatever comes, a proxy's page too.
  if (error instanceof SyntaxError) return new SearchFault('garbled', 'not_json')
  return error
}

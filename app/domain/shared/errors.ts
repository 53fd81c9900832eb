/** Codes every domain error uses; one table in `app/web` maps them to HTTP statuses. */
export type ErrorCode =
  | 'not_found'
  | 'forbidden'
  | 'conflict'
  | 'stale'
  | 'invalid'
  | 'refused'
  | 'gone'
  | 'too_many'

/**
 * A refusal that a person caused and can understand. `reason` is a stable key that the interface translates
 * (a message of the locale files); it never holds personal data.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    /** Field of the form that the reason belongs to, where there is one. */
    readonly field?: string,
  ) {
    super(`${code}: ${reason}`)
  }
}

/** Throws `not_found`: for what does not exist and for what this actor may not know exists. */
export function notFound(reason = 'not_found'): never {
  throw new DomainError('not_found', reason)
}

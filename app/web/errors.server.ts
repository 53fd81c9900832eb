import type { DomainError, ErrorCode } from '#app/domain/shared/errors.ts'
import { hasText, text } from './text.server.ts'

/** The one table from a domain error's code to the HTTP status. */
export const statusOf: Record<ErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  stale: 409,
  invalid: 400,
  refused: 422,
  gone: 410,
  too_many: 429,
}

/** What a person reads about a refusal. */
export function messageOf(error: DomainError): string {
  const key = `errors_${error.reason}`
  if (hasText(error.reason)) return text(error.reason)
  return hasText(key) ? text(key) : text(`errors_code_${error.code}`)
}

import type { Failure } from '#app/domain/outbox/event-run.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { MailNotSent } from '#app/platform/mailer.server.ts'
import { MailLost } from './mail/deliver.ts'

const codeOf = (error: unknown): string | null => {
  if (!(error instanceof Error)) return null
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : codeOf(error.cause)
}

/**
 * Why a try failed, as `kind:detail` for people to have put into words. Never an error's message: messages quote values,
 * and what fails is read by administrators, who may not see a person's data.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof MailNotSent) return { cause: `mail:${error.code}`, permanent: false }
  if (error instanceof MailLost) return { cause: error.message, permanent: true }
  if (error instanceof DomainError) return { cause: `permanent:${error.reason}`, permanent: true }
  const code = codeOf(error)
  // PostgreSQL's codes have five characters; the others are the system's names, such as ECONNREFUSED.
  if (code && /^[0-9A-Z]{5}$/.test(code)) return { cause: `database:${code}`, permanent: false }
  if (code) return { cause: `connection:${code}`, permanent: false }
  return { cause: `fault:${error instanceof Error ? error.name : 'unknown'}`, permanent: false }
}

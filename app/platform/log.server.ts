import { pino } from 'pino'

/** Fields that a log line may carry. What is not listed is dropped: a new field is a decision, not an accident. */
const ALLOWED = new Set([
  'requestId',
  'method',
  'route',
  'status',
  'ms',
  'role',
  'topic',
  'job',
  'outboxId',
  'companyId',
  'attempt',
  'state',
  'count',
  'reason',
  'code',
  'errorName',
  'port',
  'check',
])

const allowListed = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => ALLOWED.has(key)))

/**
 * The process's logger: JSON lines, allow-listed fields only, so that personal data can't reach a log by being
 * passed along. An error is logged as its name and code, never its message (messages quote values).
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }), log: allowListed },
})

/** The loggable part of anything thrown. */
export function errorFields(error: unknown): { errorName: string; code?: string } {
  if (!(error instanceof Error)) return { errorName: 'unknown' }
  const code = (error as { code?: unknown }).code
  return { errorName: error.name, ...(typeof code === 'string' ? { code } : {}) }
}

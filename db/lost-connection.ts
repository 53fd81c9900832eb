/** Node's and postgres.js' words for a wire that broke, and PostgreSQL's for ending a session by itself. */
const LOST = [
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNRESET',
  'EPIPE',
  '25P03',
  '57P01',
  '57P02',
]

/** Whether a transaction failed because its connection was lost under it. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (typeof code === 'string' && LOST.includes(code)) || isLost(error.cause)
}

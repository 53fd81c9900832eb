/** PostgreSQL's words for two transactions that stood in each other's way: a serialization failure, a deadlock. */
const COLLISIONS = ['40001', '40P01']

/** Whether a transaction failed only because of another one, and would pass if it ran again. */
export function isCollision(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return (typeof code === 'string' && COLLISIONS.includes(code)) || isCollision(error.cause)
}

import type { Env } from './env.server.ts'

/** The two logins of the product's processes; their grants differ (decision 030). */
type Login = 'passaparola_web' | 'passaparola_worker'

/**
 * @throws Error when a process was told the other's way into the database: it would start, and fail at what only its own
 * login may do.
 */
export function refuseLoginOf(other: Login, { DATABASE_URL }: Pick<Env, 'DATABASE_URL'>): void {
  if (new URL(DATABASE_URL).username !== other) return
  const own: Login = other === 'passaparola_web' ? 'passaparola_worker' : 'passaparola_web'
  throw new Error(`DATABASE_URL is the address of ${other}: this process is ${own} (README, Configuration)`)
}

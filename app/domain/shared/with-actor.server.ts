import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { inTransaction, type Transaction } from '#db/client.ts'
import { roleOf, userIdOf, type Actor } from './actor.ts'
import { isCollision } from './collision.ts'
import { writeAudits, type AuditRow } from './pending-audits.server.ts'

/** A transaction in which it is known who is acting. Every query and command takes one. */
export type Tx = Transaction & {
  readonly actor: Actor
  readonly audits: AuditRow[]
  /** Rows that outlive a rollback: what was tried and refused. */
  readonly refusals: AuditRow[]
}

/** What the transaction is for, where that opens more than the actor's own rows. */
export type Purpose = 'matching' | 'indexing'

/** `again` runs work anew after a collision; only for work that is nothing but this transaction. */
type Options = { again?: boolean }

/** How often work is begun at most, the first time included. */
const ATTEMPTS = 4

/** ms, for the first pause; each next one is twice as long. */
const PAUSE = 25

/** The database role of the companies' side: it has no grant on any table that names a person. */
export const COMPANY_ROLE = 'passaparola_company'

/**
 * The only door to the database: begins a transaction, tells PostgreSQL who is acting (transaction-local settings,
 * which end with it) and runs `work`, for a company in a role that persons' tables are closed to. Row security does the rest. Audit rows are written last, so that the heads of
 * their chains, which everybody shares, are the last locks that any transaction takes.
 * @returns what `work` returns, after commit.
 * @throws what `work` throws, after rollback.
 */
export async function withActor<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  { again = false }: Options = {},
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt(actor, work)
    } catch (error) {
      if (!again || attempts === ATTEMPTS || !isCollision(error)) throw error
      // At once, it would take the row again before the one that waits for it is awake, and both would collide anew.
      await pause(PAUSE * 2 ** (attempts - 1) * (1 + Math.random()))
    }
  }
}

/** Refusals are written after the rollback, when its connection is free again, and before anybody gets the answer. */
async function attempt<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const refusals: AuditRow[] = []
  try {
    return await begin(actor, work, refusals)
  } catch (error) {
    if (refusals.length > 0) await begin(actor, () => Promise.resolve(), refusals)
    throw error
  }
}

const begin = <T>(actor: Actor, work: (tx: Tx) => Promise<T>, refusals: AuditRow[]): Promise<T> =>
  inTransaction(async (bare) => {
    const org = actor.kind === 'staff' ? actor.orgId : ''
    const ofCompany = actor.kind === 'hr' || actor.kind === 'link'
    const company = ofCompany ? actor.companyId : ''
    const card = actor.kind === 'link' ? actor.cardId : ''
    const candidate = actor.kind === 'candidate' ? actor.candidateId : ''
    const tx: Tx = Object.assign(bare, { actor, audits: [], refusals })
    // It goes out first and is not waited for. If PostgreSQL refuses it, it refuses all that follows it in the transaction; if
    // it never gets there, nobody is known to act and row security gives nothing.
    const told = tx
      .execute(sql`select set_config('app.role', ${roleOf(actor)}, true),
      set_config('app.user', ${userIdOf(actor) ?? ''}, true), set_config('app.org', ${org}, true),
      set_config('app.company', ${company}, true), set_config('app.card', ${card}, true),
      set_config('app.candidate', ${candidate}, true), set_config('app.purpose', '', true)
      ${ofCompany ? sql`, set_config('role', ${COMPANY_ROLE}, true)` : sql``}`)
      .execute()
    // Both are waited for: a statement that came after the rollback would be in somebody else's transaction.
    const [saying, working] = await Promise.allSettled([told, (async () => work(tx))()])
    if (saying.status === 'rejected') throw saying.reason
    if (working.status === 'rejected') throw working.reason
    tx.audits.push(...refusals)
    await writeAudits(tx)
    return working.value
  })

/**
 * Runs `work` with the transaction opened for a purpose (reading the network's anonymised profiles to match or to count
 * k; writing the search index), and closes it again.
 */
export async function forPurpose<T>(tx: Tx, purpose: Purpose, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('app.purpose', ${purpose}, true)`)
  const result = await work()
  await tx.execute(sql`select set_config('app.purpose', '', true)`)
  return result
}

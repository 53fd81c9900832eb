import { and, asc, count, eq, ilike, or } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import type { Role } from '../shared/actor.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

const PAGE = 25

export type AccountRow = {
  id: UserId
  name: string
  email: string
  role: Role
  /** The organisation, or the company of an HR contact. */
  of: string
  state: 'active' | 'invited' | 'inactive'
}

const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** One page of the accounts whose name or address holds `search`, by name. */
export async function listAccounts(
  tx: Tx,
  { search, role, page }: { search: string; role: Role | null; page: number },
): Promise<{ rows: AccountRow[]; total: number; pages: number; page: number }> {
  authorise(tx, 'accounts.manage')
  const wanted = anywhere(search.trim().slice(0, 100))
  const which = and(
    search.trim() ? or(ilike(users.name, wanted), ilike(users.email, wanted)) : undefined,
    role ? eq(users.role, role) : undefined,
  )
  const [found] = await tx.select({ total: count() }).from(users).where(which)
  const total = found?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await tx
    .select({ user: users, organisation: organisations.name, company: companies.name })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.orgId))
    .leftJoin(companies, eq(companies.id, users.companyId))
    .where(which)
    .orderBy(asc(users.name), asc(users.id))
    .limit(PAGE)
    .offset((shown - 1) * PAGE)
  return { rows: rows.map(rowOf), total, pages, page: shown }
}

type Found = { user: typeof users.$inferSelect; organisation: string | null; company: string | null }

function rowOf({ user, organisation, company }: Found): AccountRow {
  const waits = user.role !== 'hr_contact' && user.passwordHash === null
  return {
    ...{ id: user.id, name: user.name, email: user.email, role: user.role },
    of: organisation ?? company ?? '',
    state: !user.active ? 'inactive' : waits ? 'invited' : 'active',
  }
}

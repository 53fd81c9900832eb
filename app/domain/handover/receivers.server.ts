import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { keepOwner } from '../ownership/owner-lock.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Giver } from './giver.server.ts'

export type Receiver = {
  userId: UserId
  orgId: OrganisationId
  name: string
  org: string
  role: 'case_manager' | 'coordinator'
}

/** Everybody who works with companies but the giver, where there is one; by organisation and name. */
export async function receivers(tx: Tx, giver: Pick<Giver, 'userId'> | null): Promise<Receiver[]> {
  const rows = await tx
    .select({
      userId: users.id,
      orgId: organisations.id,
      name: users.name,
      org: organisations.name,
      role: users.role,
    })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.orgId))
    .where(
      and(
        eq(users.active, true),
        giver ? ne(users.id, giver.userId) : undefined,
        inArray(users.role, ['case_manager', 'coordinator']),
      ),
    )
    .orderBy(asc(organisations.name), asc(users.name))
  return rows.map((row) => ({ ...row, role: row.role as Receiver['role'] }))
}

/** Who may get what, kept from being shut until the command ends. */
export async function chosenReceivers(tx: Tx, giver: Giver, chosen: readonly string[]) {
  for (const userId of [...new Set(chosen)].sort()) await keepOwner(tx, userId as UserId)
  const known = new Map((await receivers(tx, giver)).map((one) => [one.userId as string, one]))
  const find = (id: string, field: string, fits: (one: Receiver) => boolean): Receiver => {
    const found = known.get(id)
    if (!found || !fits(found)) throw new DomainError('invalid', 'handover_not_to_them', field)
    return found
  }
  return {
    /** Companies go to a case manager of any organisation. */
    ofCompanies: (id: string, field: string) => find(id, field, ({ role }) => role === 'case_manager'),
    /** Persons stay within their organisation. */
    ofPeople: (id: string, field: string) =>
      find(id, field, ({ role, orgId }) => role === 'case_manager' && orgId === giver.orgId),
    ofTasks: (id: string, field: string) => find(id, field, () => true),
  }
}

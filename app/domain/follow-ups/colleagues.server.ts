import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { Role } from '../shared/actor.ts'
import type { OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type Colleague = { id: UserId; name: string; role: Role; orgId: OrganisationId; org: string }

/** To whom a task can be passed: everybody else who works with companies, by organisation. */
export async function colleagues(tx: Tx): Promise<Colleague[]> {
  const { userId } = actingStaff(tx, 'follow_up.act')
  return tx
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      orgId: organisations.id,
      org: organisations.name,
    })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.orgId))
    .where(
      and(eq(users.active, true), ne(users.id, userId), inArray(users.role, ['case_manager', 'coordinator'])),
    )
    .orderBy(asc(organisations.name), asc(users.name))
}

import { eq } from 'drizzle-orm'
import { organisations, users } from '#db/schema/accounts.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type Giver = {
  userId: UserId
  orgId: OrganisationId
  name: string
  org: string
  role: 'case_manager' | 'coordinator'
}

/** Whose things are handed over. @throws DomainError not_found for whom this actor may not do it. */
export async function giverOf(tx: Tx, userId: UserId): Promise<Giver> {
  const [row] = await tx
    .select({ name: users.name, role: users.role, orgId: users.orgId, org: organisations.name })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.orgId))
    .where(eq(users.id, userId))
  if (!row?.orgId || (row.role !== 'case_manager' && row.role !== 'coordinator')) notFound()
  authorise(tx, 'handover.make', { userId, orgId: row.orgId, role: row.role })
  return { userId, orgId: row.orgId, name: row.name, org: row.org, role: row.role }
}

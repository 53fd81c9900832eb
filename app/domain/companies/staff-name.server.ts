import { and, eq, ne } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The name of somebody of the network, or null for whoever is none of it. */
export async function staffName(tx: Tx, userId: UserId): Promise<string | null> {
  actingStaff(tx, 'company.relate')
  const [row] = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.id, userId), ne(users.role, 'hr_contact')))
  return row?.name ?? null
}

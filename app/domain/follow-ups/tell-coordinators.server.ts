import { and, asc, eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import { openTask } from './open-task.server.ts'

type Matter = { rule: string; title: string; subject: { type: FiledUnder; id: string }; companyId: CompanyId }

/** Puts the same task into the day of each coordinator: whoever is first sees to it, and it leaves the others'. */
export async function tellCoordinators(tx: Tx, { rule, title, subject, companyId }: Matter): Promise<void> {
  const coordinators = await tx
    .select({ assigneeId: users.id, assigneeOrgId: users.orgId })
    .from(users)
    .where(and(eq(users.role, 'coordinator'), eq(users.active, true)))
    .orderBy(asc(users.createdAt), asc(users.id))
  for (const to of coordinators) await openTask(tx, { rule, title, subject, companyId, to })
}

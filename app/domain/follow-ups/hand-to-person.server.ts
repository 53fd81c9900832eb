import { and, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { TASK_INSTEAD_OF_MESSAGE } from './limits.ts'
import { assigneeOf } from './task-assignee.server.ts'

/** Turns a planned message into a task for the lead, in the same place: what was to be said is said by a person. */
export async function handToPerson(tx: Tx, id: FollowUpId): Promise<void> {
  const [row] = await tx
    .select({
      subjectType: followUps.subjectType,
      subjectId: followUps.subjectId,
      leadUserId: companies.leadUserId,
    })
    .from(followUps)
    .innerJoin(companies, eq(companies.id, followUps.companyId))
    .where(eq(followUps.id, id))
  if (!row) return
  const assignee = await assigneeOf(tx, 'lead', row, { type: row.subjectType, id: row.subjectId })
  await tx
    .update(followUps)
    .set({ kind: 'task', template: TASK_INSTEAD_OF_MESSAGE, releasedAt: null, ...assignee })
    .where(and(eq(followUps.id, id), eq(followUps.state, 'planned')))
}

import { and, desc, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import type { CompanyId, FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import { handedOnBy } from './handing-on.ts'
import { openTask } from './open-task.server.ts'
import type { Assignee } from './task-assignee.server.ts'

type Passed = {
  rule: string
  subject: { type: FiledUnder; id: string }
  companyId: CompanyId
  /** Message key of its title. */
  title: string
  to: Assignee
}

/** Puts something that was no task yet into a colleague's day, who sees from whom it comes. @returns the task's id. */
export async function handedOnTask(tx: Tx, task: Passed): Promise<FollowUpId> {
  const { userId } = actingStaff(tx, 'follow_up.act')
  await openTask(tx, task)
  const [written] = await tx
    .select({ id: followUps.id })
    .from(followUps)
    .where(
      and(
        eq(followUps.ruleKey, task.rule),
        eq(followUps.subjectType, task.subject.type),
        eq(followUps.subjectId, task.subject.id),
      ),
    )
    .orderBy(desc(followUps.occurrence))
    .limit(1)
  if (!written) throw new Error(`the task ${task.rule} was not written`)
  await tx
    .update(followUps)
    .set({ why: handedOnBy(userId) })
    .where(eq(followUps.id, written.id))
  await audit(tx, { action: 'follow_up.handed_on', subjectType: 'follow_up', subjectId: written.id })
  return written.id
}

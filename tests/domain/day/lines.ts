import type { StaffActor } from '#app/domain/shared/actor.ts'
import { system } from '#app/domain/shared/actor.ts'
import type { CompanyId, FollowUpId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'

/** A task of somebody's, due now unless told otherwise. */
export async function aTask(
  owner: StaffActor,
  companyId: CompanyId,
  values: Partial<typeof followUps.$inferInsert> = {},
): Promise<FollowUpId> {
  const id = newId<FollowUpId>()
  await withActor(system('test'), (tx) =>
    tx.insert(followUps).values({
      ...{ id, subjectType: 'company', subjectId: companyId, companyId, kind: 'task' },
      ...{ template: 'follow_ups_task_no_contact', dueAt: now(), createdAt: now() },
      ...{ assigneeId: owner.userId, assigneeOrgId: owner.orgId },
      ...values,
    }),
  )
  return id
}

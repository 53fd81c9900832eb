import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { keepAtWork } from '../ownership/owner-lock.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId, FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { NewTask } from './add-task.schema.server.ts'
import { byHand } from './task-day.ts'

/** Template of the tasks that have a title of their own. */
const BY_HAND = 'by_hand'

/**
 * Puts a task about a company into the day of whoever acts.
 * @throws DomainError not_found for an unknown company, forbidden where her account is being shut.
 */
export async function addTask(
  tx: Tx,
  input: Omit<NewTask, 'seenAt'> & { companyId: CompanyId },
): Promise<FollowUpId> {
  const { userId, orgId } = actingStaff(tx, 'follow_up.act')
  if (!(await keepAtWork(tx, userId))) throw new DomainError('forbidden', 'forbidden')
  const { companyId, title, dueOn } = input
  const known = await tx.$count(companies, eq(companies.id, companyId))
  if (known === 0) notFound()
  const id = newId<FollowUpId>()
  await tx.insert(followUps).values({
    ...{ id, ruleKey: null, subjectType: 'company', subjectId: companyId, companyId, kind: 'task' },
    ...{ template: BY_HAND, title, dueAt: byHand(dueOn), createdAt: now() },
    ...{ assigneeId: userId, assigneeOrgId: orgId },
  })
  await audit(tx, { action: 'follow_up.added', subjectType: 'company', subjectId: companyId })
  return id
}

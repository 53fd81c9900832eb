import { and, count, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId, ContactId, FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import type { TaskAudience } from './rule.ts'
import { assigneeOf, stillAtWork, type Assignee } from './task-assignee.server.ts'

type NewTask = {
  /** Names what it comes from; with subject and occurrence it is written once. */
  rule: string
  subject: { type: FiledUnder; id: string }
  companyId: CompanyId
  /** Message key of its title. */
  title: string
  /** In whose day it is: by name, or found by their part in the matter. */
  to: Assignee | TaskAudience
  contactId?: ContactId | null
  dueAt?: Date
  /** The next free one unless given. */
  occurrence?: number
}

/** Puts a task into somebody's day that no rule of the cadence asks for: a mail in doubt, a request for help. */
export async function openTask(tx: Tx, task: NewTask): Promise<void> {
  const { rule, subject, companyId, title, contactId = null } = task
  const at = now()
  const [company] = await tx
    .select({ leadUserId: companies.leadUserId })
    .from(companies)
    .where(eq(companies.id, companyId))
  if (!company) return
  const assignee =
    typeof task.to === 'string'
      ? await assigneeOf(tx, task.to, company, subject)
      : await stillAtWork(tx, task.to)
  await tx
    .insert(followUps)
    .values({
      id: newId<FollowUpId>(),
      ruleKey: rule,
      subjectType: subject.type,
      subjectId: subject.id,
      occurrence: task.occurrence ?? (await nextOccurrence(tx, rule, subject)),
      companyId,
      kind: 'task',
      template: title,
      dueAt: task.dueAt ?? at,
      contactId,
      ...assignee,
      createdAt: at,
    })
    .onConflictDoNothing()
}

async function nextOccurrence(tx: Tx, rule: string, subject: NewTask['subject']): Promise<number> {
  const [found] = await tx
    .select({ count: count() })
    .from(followUps)
    .where(
      and(
        eq(followUps.ruleKey, rule),
        eq(followUps.subjectType, subject.type),
        eq(followUps.subjectId, subject.id),
      ),
    )
  return (found?.count ?? 0) + 1
}

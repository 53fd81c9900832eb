import { and, asc, eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import type { companies } from '#db/schema/companies.ts'
import { placements, proposals } from '#db/schema/proposals.ts'
import { keepAtWork } from '../ownership/owner-lock.server.ts'
import type { CardId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FiledUnder } from './follow-up-subjects.ts'
import type { TaskAudience } from './rule.ts'

/** Whose day a task is in. With neither it waits for whoever of the network takes it first. */
export type Assignee = { assigneeId: UserId | null; assigneeOrgId: OrganisationId | null }

export const NOBODY: Assignee = { assigneeId: null, assigneeOrgId: null }

async function atWork(tx: Tx, userId: UserId | null): Promise<Assignee> {
  if (!userId || !(await keepAtWork(tx, userId))) return NOBODY
  const [user] = await tx
    .select({ assigneeId: users.id, assigneeOrgId: users.orgId })
    .from(users)
    .where(eq(users.id, userId))
  return user ?? NOBODY
}

/** Somebody who was chosen by name; her organisation, whoever is there, when her account was shut meanwhile. */
export const stillAtWork = async (tx: Tx, { assigneeId, assigneeOrgId }: Assignee): Promise<Assignee> => ({
  assigneeId: assigneeId && (await keepAtWork(tx, assigneeId)) ? assigneeId : null,
  assigneeOrgId,
})

/** The coordinator who has been there longest, so that the task is in one day and not in everybody's. */
async function firstCoordinator(tx: Tx): Promise<Assignee> {
  const coordinators = await tx
    .select({ assigneeId: users.id, assigneeOrgId: users.orgId })
    .from(users)
    .where(and(eq(users.role, 'coordinator'), eq(users.active, true)))
    .orderBy(asc(users.createdAt), asc(users.id))
  for (const one of coordinators) {
    if (await keepAtWork(tx, one.assigneeId)) return one
  }
  return NOBODY
}

async function caseManagerOf(tx: Tx, type: FiledUnder, subjectId: string): Promise<UserId | null> {
  if (type === 'card') {
    const [row] = await tx
      .select({ userId: proposals.proposedBy })
      .from(proposals)
      .where(eq(proposals.cardId, subjectId as CardId))
    return row?.userId ?? null
  }
  if (type !== 'placement') return null
  const [row] = await tx
    .select({ userId: candidates.caseManagerId })
    .from(placements)
    .innerJoin(
      candidates,
      and(eq(candidates.orgId, placements.orgId), eq(candidates.id, placements.candidateId)),
    )
    .where(eq(placements.id, subjectId))
  return row?.userId ?? null
}

/**
 * Whose day a task about `subject` goes to: the case manager of the person behind it, the lead of its company, or a
 * coordinator. Where the case manager has left, the lead; where both have, nobody by name.
 */
export async function assigneeOf(
  tx: Tx,
  audience: TaskAudience,
  company: Pick<typeof companies.$inferSelect, 'leadUserId'>,
  subject: { type: FiledUnder; id: string },
): Promise<Assignee> {
  if (audience === 'coordinator') return firstCoordinator(tx)
  if (audience === 'case_manager') {
    const own = await atWork(tx, await caseManagerOf(tx, subject.type, subject.id))
    if (own.assigneeId) return own
  }
  return atWork(tx, company.leadUserId)
}

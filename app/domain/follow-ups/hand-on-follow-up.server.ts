import { and, eq, inArray } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { keepOwner } from '../ownership/owner-lock.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { FollowUpId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { handedOnBy } from './handing-on.ts'
import { allowMove, lockFollowUp } from './lock-follow-up.server.ts'

/**
 * Passes a task to a colleague of the network: the same task, on the same day, in her list. One about a placement stays
 * in the organisation of the person.
 * @throws DomainError conflict when it is over already, invalid for somebody who can't have it.
 */
export async function handOnFollowUp(tx: Tx, id: FollowUpId, to: UserId): Promise<void> {
  const { row, actor } = await lockFollowUp(tx, id)
  if (row.kind === 'message') throw new DomainError('conflict', 'follow_ups_refused_not_by_you')
  allowMove(row, 'handed_on')
  await keepOwner(tx, to)
  const [colleague] = await tx
    .select({ assigneeId: users.id, assigneeOrgId: users.orgId })
    .from(users)
    .where(
      and(eq(users.id, to), eq(users.active, true), inArray(users.role, ['case_manager', 'coordinator'])),
    )
  const outside = row.subjectType === 'placement' && colleague?.assigneeOrgId !== actor.orgId
  if (!colleague || outside || to === row.assigneeId) {
    throw new DomainError('invalid', 'relationship_hand_on_impossible', 'to')
  }
  await tx
    .update(followUps)
    .set({ ...colleague, why: handedOnBy(actor.userId) })
    .where(eq(followUps.id, id))
  await audit(tx, { action: 'follow_up.handed_on', subjectType: 'follow_up', subjectId: id })
}

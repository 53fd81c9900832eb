import { eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal, localDate, type IsoDate } from '../calendar/rome.ts'
import { nextSendTime } from '../calendar/working-days.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { FollowUpId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { allowMove, lockFollowUp } from './lock-follow-up.server.ts'
import { byHand } from './task-day.ts'

type Postponement = { dueOn: IsoDate; reason: string }

/**
 * Puts a follow-up off to a later day, with the reason: the rules no longer move it. A message leaves in sending hours.
 * @throws DomainError conflict when it is over already, invalid for a day that is not later.
 */
export async function postponeFollowUp(
  tx: Tx,
  id: FollowUpId,
  { dueOn, reason }: Postponement,
): Promise<void> {
  const { row } = await lockFollowUp(tx, id)
  allowMove(row, 'postponed', reason)
  if (dueOn <= localDate(row.dueAt))
    throw new DomainError('invalid', 'relationship_postpone_not_later', 'dueOn')
  const dueAt = row.kind === 'message' ? nextSendTime(atLocal(dueOn, '09:00')) : byHand(dueOn)
  await tx.update(followUps).set({ dueAt, postponedReason: reason }).where(eq(followUps.id, id))
  await audit(tx, { action: 'follow_up.postponed', subjectType: 'follow_up', subjectId: id })
  await keepScore(tx, row.companyId)
}

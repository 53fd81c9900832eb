import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import { interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Stops somebody who is about to log or plan a contact with a company when a colleague has logged or planned one since
 * she looked: the page then shows it, and the same form saves it the second time.
 * @throws DomainError conflict.
 */
export async function refuseIfContactedSince(
  tx: Tx,
  companyId: CompanyId,
  seenAt: Date | undefined,
): Promise<void> {
  const { userId } = actingStaff(tx, 'company.relate')
  if (!seenAt) return
  const did = await tx.$count(
    interactions,
    and(
      eq(interactions.companyId, companyId),
      gt(interactions.createdAt, seenAt),
      ne(interactions.userId, userId),
    ),
  )
  const planned = await tx.$count(
    followUps,
    and(
      eq(followUps.companyId, companyId),
      gt(followUps.createdAt, seenAt),
      eq(followUps.state, 'planned'),
      isNull(followUps.ruleKey),
      ne(followUps.assigneeId, userId),
    ),
  )
  if (did + planned > 0) throw new DomainError('conflict', 'day_somebody_was_faster')
}

import { and, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FactType } from './facts.ts'

/**
 * Lets the next planning bring back what a fact about a company has ended since a moment, now that one such fact was taken
 * back. It plans what the facts that are left ask for, so that what another one ended stays ended.
 */
export async function reopenEndedBy(
  tx: Tx,
  companyId: CompanyId,
  { fact, since }: { fact: FactType; since: Date },
): Promise<void> {
  await tx
    .update(followUps)
    .set({ why: 'fact_withdrawn' })
    .where(
      and(
        eq(followUps.companyId, companyId),
        eq(followUps.state, 'cancelled'),
        eq(followUps.why, fact),
        gte(followUps.doneAt, since),
        isNotNull(followUps.ruleKey),
        isNull(followUps.releasedAt),
      ),
    )
}

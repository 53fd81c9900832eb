import { and, eq, inArray, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { FactType } from './facts.ts'
import { defaultRules } from './rules.ts'

/**
 * Cancels at once what a fact about a company ends, by the rules themselves: nothing leaves between a pause and the
 * next planning. What people noted by hand is theirs to settle.
 */
export async function cancelStoppedBy(tx: Tx, companyId: CompanyId, fact: FactType): Promise<void> {
  const stopped = defaultRules.filter(({ stops }) => stops.includes(fact)).map(({ key }) => key)
  await tx
    .update(followUps)
    .set({ state: 'cancelled', why: fact, doneAt: now() })
    .where(
      and(
        eq(followUps.companyId, companyId),
        eq(followUps.state, 'planned'),
        isNull(followUps.releasedAt),
        inArray(followUps.ruleKey, stopped),
      ),
    )
}

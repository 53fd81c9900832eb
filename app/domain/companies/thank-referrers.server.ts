import { and, count, eq, gte, ne } from 'drizzle-orm'
import { companyReferrals, interactions } from '#db/schema/companies.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'

/** The contact that was logged just now, and when it was. */
type Contacted = { interactionId: string; occurredAt: Date }

/**
 * The companies that introduced this one become ambassadors when it is contacted for the first time since: later
 * contacts prove nothing new, so that a stage lowered by a person stays where she put it, and earlier ones, logged
 * afterwards, prove nothing at all. Of the day of the introduction itself nobody knows the hour.
 */
export async function thankReferrers(
  tx: Tx,
  companyId: CompanyId,
  { interactionId, occurredAt }: Contacted,
): Promise<void> {
  const referrals = await tx
    .select({ from: companyReferrals.fromCompanyId, at: companyReferrals.at })
    .from(companyReferrals)
    .where(eq(companyReferrals.toCompanyId, companyId))
  for (const { from, at } of referrals) {
    const since = atLocal(localDate(at), '00:00')
    if (occurredAt < since) continue
    const [earlier] = await tx
      .select({ contacts: count() })
      .from(interactions)
      .where(
        and(
          eq(interactions.companyId, companyId),
          ne(interactions.outcome, 'no_answer'),
          ne(interactions.id, interactionId),
          gte(interactions.occurredAt, since),
        ),
      )
    if (earlier?.contacts === 0) await moveStageByFact(tx, from, 'referral_contacted')
  }
}

import { and, count, eq, gte, ne } from 'drizzle-orm'
import { companyReferrals, interactions } from '#db/schema/companies.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'

/**
 * The companies that introduced this one become ambassadors when it is contacted for the first time since: later
 * contacts prove nothing new, so that a stage lowered by a person stays where she put it.
 */
export async function thankReferrers(
  tx: Tx,
  companyId: CompanyId,
  { except }: { except: string },
): Promise<void> {
  const referrals = await tx
    .select({ from: companyReferrals.fromCompanyId, at: companyReferrals.at })
    .from(companyReferrals)
    .where(eq(companyReferrals.toCompanyId, companyId))
  for (const { from, at } of referrals) {
    const [earlier] = await tx
      .select({ contacts: count() })
      .from(interactions)
      .where(
        and(
          eq(interactions.companyId, companyId),
          ne(interactions.outcome, 'no_answer'),
          ne(interactions.id, except),
          gte(interactions.createdAt, at),
        ),
      )
    if (earlier?.contacts === 0) await moveStageByFact(tx, from, 'referral_contacted')
  }
}

import { and, eq, gte, ne, type SQL } from 'drizzle-orm'
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
    const since = dayOf(at)
    if (occurredAt < since) continue
    const others = ne(interactions.id, interactionId)
    if ((await contactsSince(tx, companyId, since, others)) > 0) continue
    await moveStageByFact(tx, from, 'referral_contacted', interactionId)
  }
}

/** Whether a company introduced one that was contacted since. */
export async function hasIntroduced(tx: Tx, companyId: CompanyId): Promise<boolean> {
  const referrals = await tx
    .select({ to: companyReferrals.toCompanyId, at: companyReferrals.at })
    .from(companyReferrals)
    .where(eq(companyReferrals.fromCompanyId, companyId))
  for (const { to, at } of referrals) {
    if ((await contactsSince(tx, to, dayOf(at))) > 0) return true
  }
  return false
}

const dayOf = (at: Date): Date => atLocal(localDate(at), '00:00')

const contactsSince = (tx: Tx, companyId: CompanyId, since: Date, which?: SQL): Promise<number> =>
  tx.$count(
    interactions,
    and(
      eq(interactions.companyId, companyId),
      ne(interactions.outcome, 'no_answer'),
      gte(interactions.occurredAt, since),
      which,
    ),
  )

import { and, eq, isNull } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, companyVerifications } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockCompany } from './lock-company.server.ts'

type Verification = typeof companies.$inferSelect.verification

type Overruling = {
  decision: 'reconsidered' | 'revoked'
  reason: string
  from: Verification
  to: Verification
  /** Why it can't be done from another state than `from`. */
  otherwise: string
  /** Whether this decision is itself the one that stands from now on. */
  stands: boolean
}

/**
 * Puts what was decided about a company's verification aside, by one coordinator with her reason. What was decided before
 * stays to be read and counts no more.
 * @throws DomainError conflict when the company is not where it is overruled from (any more).
 */
export async function overruleDecisions(
  tx: Tx,
  companyId: CompanyId,
  { decision, reason, from, to, otherwise, stands }: Overruling,
): Promise<void> {
  authorise(tx, 'company.verify')
  const userId = userIdOf(tx.actor)
  if (!userId) throw new DomainError('forbidden', 'forbidden')
  const { verification } = await lockCompany(tx, companyId)
  if (verification !== from) throw new DomainError('conflict', otherwise)
  const at = now()
  await tx
    .update(companyVerifications)
    .set({ supersededAt: at })
    .where(and(eq(companyVerifications.companyId, companyId), isNull(companyVerifications.supersededAt)))
  await tx.insert(companyVerifications).values({
    ...{ id: newId<string>(), companyId, userId, decision, note: reason, at },
    ...{ registerChecked: false, humanContact: false, supersededAt: stands ? null : at },
  })
  await tx.update(companies).set({ verification: to }).where(eq(companies.id, companyId))
}

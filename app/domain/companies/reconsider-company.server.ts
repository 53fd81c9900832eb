import { and, eq, isNull } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, companyVerifications } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockCompany } from './lock-company.server.ts'

/**
 * Opens the verification of a refused company again, with the reason: it waits for two coordinators as if it were new. What
 * was decided before stays to be read and counts no more.
 * @throws DomainError conflict when it is not refused (any more).
 */
export async function reconsiderCompany(tx: Tx, companyId: CompanyId, reason: string): Promise<void> {
  authorise(tx, 'company.verify')
  const userId = userIdOf(tx.actor)
  if (!userId) throw new DomainError('forbidden', 'forbidden')
  const { verification } = await lockCompany(tx, companyId)
  if (verification !== 'rejected') throw new DomainError('conflict', 'network_reconsider_not_rejected')
  const at = now()
  await tx
    .update(companyVerifications)
    .set({ supersededAt: at })
    .where(and(eq(companyVerifications.companyId, companyId), isNull(companyVerifications.supersededAt)))
  await tx.insert(companyVerifications).values({
    ...{ id: newId<string>(), companyId, userId, decision: 'reconsidered', note: reason },
    ...{ registerChecked: false, humanContact: false, at, supersededAt: at },
  })
  await tx.update(companies).set({ verification: 'pending' }).where(eq(companies.id, companyId))
  await audit(tx, { action: 'company.reconsidered', subjectType: 'company', subjectId: companyId })
}

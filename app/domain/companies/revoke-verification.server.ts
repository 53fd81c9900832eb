import { and, eq, isNull } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, companyVerifications } from '#db/schema/companies.ts'
import { cards } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { liveCards, withdrawLive } from '../cards/live-cards.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockCompany } from './lock-company.server.ts'

/**
 * Takes a company's verification back, with the reason: one coordinator is enough, because people may be in danger while
 * a second one is looked for. Every card that it still reads is withdrawn with it. It stands among the refused ones,
 * and comes back only by two approvals.
 * @throws DomainError conflict when it is not verified (any more).
 */
export async function revokeVerification(tx: Tx, companyId: CompanyId, reason: string): Promise<void> {
  authorise(tx, 'company.verify')
  const userId = userIdOf(tx.actor)
  if (!userId) throw new DomainError('forbidden', 'forbidden')
  const { verification } = await lockCompany(tx, companyId)
  if (verification !== 'verified') throw new DomainError('conflict', 'network_revoke_not_verified')
  const at = now()
  await tx
    .update(companyVerifications)
    .set({ supersededAt: at })
    .where(and(eq(companyVerifications.companyId, companyId), isNull(companyVerifications.supersededAt)))
  await tx.insert(companyVerifications).values({
    ...{ id: newId<string>(), companyId, userId, decision: 'revoked', note: reason },
    ...{ registerChecked: false, humanContact: false, at },
  })
  await tx.update(companies).set({ verification: 'rejected' }).where(eq(companies.id, companyId))
  await withdrawLive(tx, await liveCards(tx, eq(cards.companyId, companyId)))
  await audit(tx, { action: 'company.revoked', subjectType: 'company', subjectId: companyId })
  await emit(tx, 'company.rejected', { companyId })
}

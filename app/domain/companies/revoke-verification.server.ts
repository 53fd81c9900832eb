import { eq } from 'drizzle-orm'
import { cards } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { liveCards, withdrawLive } from '../cards/live-cards.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { overruleDecisions } from './overrule-decisions.server.ts'

/**
 * Takes a company's verification back, with the reason: one coordinator is enough, because people may be in danger while
 * a second one is looked for. Every card that it still reads is withdrawn with it. It stands among the refused ones,
 * and comes back only by two approvals.
 * @throws DomainError conflict when it is not verified (any more).
 */
export async function revokeVerification(tx: Tx, companyId: CompanyId, reason: string): Promise<void> {
  await overruleDecisions(tx, companyId, {
    ...{ decision: 'revoked', reason, from: 'verified', to: 'rejected' },
    ...{ otherwise: 'network_revoke_not_verified', stands: true },
  })
  await withdrawLive(tx, await liveCards(tx, eq(cards.companyId, companyId)))
  await audit(tx, { action: 'company.revoked', subjectType: 'company', subjectId: companyId })
  await emit(tx, 'company.rejected', { companyId })
}

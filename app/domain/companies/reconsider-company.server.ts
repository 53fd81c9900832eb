import { audit } from '../audit/record.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { overruleDecisions } from './overrule-decisions.server.ts'

/**
 * Opens the verification of a refused company again, with the reason: it waits for two coordinators as if it were new.
 * @throws DomainError conflict when it is not refused (any more).
 */
export async function reconsiderCompany(tx: Tx, companyId: CompanyId, reason: string): Promise<void> {
  await overruleDecisions(tx, companyId, {
    ...{ decision: 'reconsidered', reason, from: 'rejected', to: 'pending' },
    ...{ otherwise: 'network_reconsider_not_rejected', stands: false },
  })
  await audit(tx, { action: 'company.reconsidered', subjectType: 'company', subjectId: companyId })
}

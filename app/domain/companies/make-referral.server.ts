import { and, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companyReferrals } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { moveStageByFact } from '../trust/move-stage.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import { rankOf, type TrustStage } from '../trust/stages.ts'
import { type CompanyRow, lockCompany } from './lock-company.server.ts'

type Referral = { from: CompanyId; to: CompanyId }

/**
 * Records that a company introduced another to the network. It becomes an ambassador when the other one is contacted:
 * at once where that has happened already, else by the first contact that is logged.
 * @throws DomainError conflict when it is recorded already, invalid for a company that introduces itself.
 */
export async function makeReferral(tx: Tx, { from, to }: Referral): Promise<string> {
  actingStaff(tx, 'company.relate')
  if (from === to) throw new DomainError('invalid', 'relationship_referral_itself', 'to')
  // In one order for everybody: two firms that introduce each other at once must not wait for one another.
  const locked = new Map<CompanyId, CompanyRow>()
  for (const id of [from, to].sort()) locked.set(id, await lockCompany(tx, id))
  const pair = and(eq(companyReferrals.fromCompanyId, from), eq(companyReferrals.toCompanyId, to))
  if ((await tx.$count(companyReferrals, pair)) > 0) {
    throw new DomainError('conflict', 'relationship_referral_known', 'to')
  }
  const id = newId<string>()
  await tx.insert(companyReferrals).values({ id, fromCompanyId: from, toCompanyId: to, at: now() })
  await audit(tx, { action: 'company.referral_made', subjectType: 'company', subjectId: from })
  await recordTrustEvent(tx, { companyId: from, kind: 'referral_made', causeType: 'referral', causeId: id })
  const contacted = rankOf(locked.get(to)?.stage as TrustStage) >= rankOf('contacted')
  if (contacted) await moveStageByFact(tx, from, 'referral_contacted')
  return id
}

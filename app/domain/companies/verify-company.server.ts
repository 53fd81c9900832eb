import { and, eq, isNull } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, companyVerifications, interactions } from '#db/schema/companies.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { isMet } from './human-contact.server.ts'
import type { VerificationDecision } from './verify-company.schema.server.ts'

/** Different coordinators who must approve before any card may reach a company. */
export const APPROVALS_NEEDED = 2

/**
 * One coordinator's decision about a company that waits for verification: the second approval by another coordinator
 * verifies it, one rejection refuses it. An approval needs the register extract and a logged human contact.
 * @returns how the company stands now.
 * @throws DomainError conflict when she has decided before, or the company is decided already.
 */
export async function verifyCompany(
  tx: Tx,
  companyId: CompanyId,
  { decision, registerChecked, note }: VerificationDecision,
): Promise<'pending' | 'verified' | 'rejected'> {
  authorise(tx, 'company.verify')
  const userId = userIdOf(tx.actor)
  if (!userId) throw new DomainError('forbidden', 'forbidden')
  // Two coordinators who decide at once go one after the other: the second counts the first one's approval.
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId)).for('update')
  if (!company) notFound()
  if (company.verification !== 'pending') throw new DomainError('conflict', 'network_verify_decided')
  const earlier = await tx
    .select()
    .from(companyVerifications)
    .where(and(eq(companyVerifications.companyId, companyId), isNull(companyVerifications.supersededAt)))
  if (earlier.some((row) => row.userId === userId)) {
    throw new DomainError('conflict', 'network_verify_same_coordinator')
  }
  const humanContact = await hasHumanContact(tx, companyId)
  if (decision === 'approved') {
    if (!registerChecked) {
      throw new DomainError('invalid', 'network_verify_register_missing', 'registerChecked')
    }
    if (!humanContact) throw new DomainError('refused', 'network_verify_no_human_contact')
  }
  const decided = { companyId, userId, decision, registerChecked, humanContact, note }
  await tx.insert(companyVerifications).values({ id: newId<string>(), ...decided, at: now() })
  await audit(tx, {
    action: decision === 'approved' ? 'company.approved' : 'company.rejected',
    subjectType: 'company',
    subjectId: companyId,
  })
  if (decision === 'rejected') {
    await emit(tx, 'company.rejected', { companyId })
    return settle(tx, companyId, 'rejected')
  }
  const approvals = 1 + earlier.filter((row) => row.decision === 'approved').length
  if (approvals < APPROVALS_NEEDED) return 'pending'
  await settle(tx, companyId, 'verified')
  await audit(tx, { action: 'company.verified', subjectType: 'company', subjectId: companyId })
  await emit(tx, 'company.verified', { companyId })
  return 'verified'
}

async function hasHumanContact(tx: Tx, companyId: CompanyId): Promise<boolean> {
  const [met] = await tx
    .select({ id: interactions.id })
    .from(interactions)
    .where(and(eq(interactions.companyId, companyId), isMet))
    .limit(1)
  return met !== undefined
}

async function settle<S extends 'verified' | 'rejected'>(tx: Tx, companyId: CompanyId, verification: S) {
  await tx
    .update(companies)
    .set({ verification })
    .where(and(eq(companies.id, companyId), eq(companies.verification, 'pending')))
  return verification
}

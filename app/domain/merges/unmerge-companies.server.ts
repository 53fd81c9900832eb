import { and, eq, isNull, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { withdrawAvoided } from '../cards/avoided-work.server.ts'
import { companyMerges, type MergedFacts } from '#db/schema/company-merges.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { can } from '../access/can.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { keepAtWork } from '../ownership/owner-lock.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId, CompanyMergeId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScores } from '../trust/keep-score.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import type { CompanyRow } from '../companies/lock-company.server.ts'
import { factsOf, lockBoth, noteLead } from './merge-companies.server.ts'
import { carryAvoidance } from './move-rows.server.ts'
import { reindexMerged } from './reindex-merged.server.ts'
import { returnRows } from './return-rows.server.ts'

/** What was as the merge left it is as it was before; what somebody changed since stays as she put it. */
function takenBack(now: MergedFacts, { before, after }: { before: MergedFacts; after: MergedFacts }) {
  const was = <K extends keyof MergedFacts>(key: K): MergedFacts[K] =>
    now[key] === after[key] ? before[key] : now[key]
  const pausedUntil = was('pausedUntil')
  return {
    stage: was('stage'),
    pausedUntil: pausedUntil === null ? null : new Date(pausedUntil),
    doNotContact: was('doNotContact'),
    website: was('website'),
    leadOrgId: was('leadOrgId') as OrganisationId | null,
    leadUserId: was('leadUserId') as UserId | null,
  }
}

/** Who led it before may have left since: her organisation has it then, for whoever takes it. */
async function ledByWhoIsThere<F extends { leadUserId: UserId | null }>(tx: Tx, facts: F): Promise<F> {
  const { leadUserId } = facts
  return leadUserId && !(await keepAtWork(tx, leadUserId)) ? { ...facts, leadUserId: null } : facts
}

const lastTalk = (id: CompanyId) => sql`(select max(${interactions.occurredAt}) from ${interactions}
  where ${interactions.companyId} = ${id} and ${interactions.outcome} <> 'no_answer')`

/**
 * Takes a merge back: the company that went is there again with all that was its own, and with what was added to that
 * since; everything else stays with the other.
 * @throws DomainError not_found; refused for who may not; conflict where it was taken back already, or where the other one
 * has itself been merged since: that one first.
 */
export async function unmergeCompanies(tx: Tx, mergeId: CompanyMergeId): Promise<CompanyId> {
  const { userId } = actingStaff(tx, 'company.relate')
  const [merge] = await tx.select().from(companyMerges).where(eq(companyMerges.id, mergeId))
  if (!merge) notFound()
  const { fromCompanyId: from, intoCompanyId: into, mergedAt } = merge
  const [old, kept] = await lockBoth(tx, from, into)
  if (!can(tx.actor, 'company.merge', { leadOrgIds: [old.leadOrgId, kept.leadOrgId] }))
    throw new DomainError('refused', 'duplicates_refused_not_yours')
  if (kept.mergedInto) throw new DomainError('conflict', 'duplicates_refused_order')
  const ended = await tx
    .update(companyMerges)
    .set({ unmergedBy: userId, unmergedAt: now() })
    .where(and(eq(companyMerges.id, mergeId), isNull(companyMerges.unmergedAt)))
    .returning({ id: companyMerges.id })
  if (ended.length === 0) throw new DomainError('conflict', 'duplicates_refused_unmerged')

  await asOurselves(tx, async () => {
    await returnRows(tx, { mergeId, from, into })
    await carryAvoidance(tx, { from: kept, into: old }, mergedAt)
    await restore(tx, old, kept, merge)
    await withdrawAvoided(tx, { companyId: from })
  })
  await keepScores(tx, [from, into])
  await reindexMerged(tx, [from, into])
  await audit(tx, { action: 'company.unmerged', subjectType: 'company', subjectId: into })
  await audit(tx, { action: 'company.restored', subjectType: 'company', subjectId: from })
  await emit(tx, 'company.merged', { companyId: from })
  await emit(tx, 'company.merged', { companyId: into })
  return from
}

async function restore(
  tx: Tx,
  old: CompanyRow,
  kept: CompanyRow,
  merge: { before: MergedFacts; after: MergedFacts },
): Promise<void> {
  const facts = await ledByWhoIsThere(
    tx,
    takenBack(factsOf({ ...kept, stage: kept.stage as TrustStage }), merge),
  )
  await noteLead(tx, kept, facts)
  await tx
    .update(companies)
    .set({
      ...facts,
      lastContactAt: lastTalk(kept.id),
      version: sql`${companies.version} + 1`,
    })
    .where(eq(companies.id, kept.id))
  // Whoever asked not to be contacted while they were one asked it for both.
  const doNotContact = old.doNotContact || (kept.doNotContact && !merge.after.doNotContact)
  await tx
    .update(companies)
    .set({ mergedInto: null, doNotContact, lastContactAt: lastTalk(old.id) })
    .where(eq(companies.id, old.id))
}

import { eq, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { companyMerges, type MergedFacts } from '#db/schema/company-merges.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { can } from '../access/can.ts'
import { audit } from '../audit/record.server.ts'
import { endStages } from '../cards/end-stages.server.ts'
import { stagesAt } from '../cards/standing-stages.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, CompanyMergeId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScores } from '../trust/keep-score.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import { withdrawAvoided } from '../cards/avoided-work.server.ts'
import { lockCompany, type CompanyRow } from '../companies/lock-company.server.ts'
import { recordLeadChange } from '../companies/record-lead-change.server.ts'
import type { CompanyMergeInput } from './merge-companies.schema.server.ts'
import { leadsDiffer, mergedFacts, mergeFault, type MergeSide } from './merge-facts.ts'
import { carryAvoidance, moveRows } from './move-rows.server.ts'
import { reindexMerged } from './reindex-merged.server.ts'

const sideOf = (row: CompanyRow): MergeSide => ({ ...row, stage: row.stage as TrustStage })

/** As it is kept beside the merge: dates as text. */
export const factsOf = ({
  stage,
  pausedUntil,
  doNotContact,
  website,
  leadOrgId,
  leadUserId,
}: ReturnType<typeof mergedFacts>): MergedFacts => ({
  ...{ stage, doNotContact, website, leadOrgId, leadUserId },
  pausedUntil: pausedUntil?.toISOString() ?? null,
})

/** Both rows, locked in one order for everybody: two merges that cross must not wait for one another. */
export async function lockBoth(tx: Tx, a: CompanyId, b: CompanyId): Promise<[CompanyRow, CompanyRow]> {
  const rows = new Map<CompanyId, CompanyRow>()
  for (const id of [a, b].sort()) rows.set(id, await lockCompany(tx, id, 'merged too'))
  return [rows.get(a) as CompanyRow, rows.get(b) as CompanyRow]
}

/**
 * Makes two rows that are one firm one company: everything that `from` owns becomes `into`'s, and `from` is found no more. Meetings and
 * contracts with `from` end: somebody agreed to the firm that was named to her. One transaction; every moved row is written down, so that it can be taken back.
 * @throws DomainError refused for who may not, for a refused company, for the wrong way round, and without a word on who leads;
 * conflict where one of them was merged meanwhile.
 */
export async function mergeCompanies(tx: Tx, input: CompanyMergeInput): Promise<CompanyMergeId> {
  const { userId } = actingStaff(tx, 'company.relate')
  const from = input.from as CompanyId
  const into = input.into as CompanyId
  if (from === into) throw new DomainError('invalid', 'duplicates_refused_itself')
  const [old, kept] = await lockBoth(tx, from, into)
  if (!can(tx.actor, 'company.merge', { leadOrgIds: [old.leadOrgId, kept.leadOrgId] }))
    throw new DomainError('refused', 'duplicates_refused_not_yours')
  if (old.mergedInto ?? kept.mergedInto) throw new DomainError('conflict', 'duplicates_refused_merged')
  const fault = mergeFault(sideOf(old), sideOf(kept))
  if (fault) throw new DomainError('refused', `duplicates_refused_${fault}`)
  if (leadsDiffer(old, kept) && !input.lead)
    throw new DomainError('refused', 'duplicates_lead_missing', 'lead')

  const at = now()
  const mergeId = newId<CompanyMergeId>()
  const facts = mergedFacts(sideOf(old), sideOf(kept), input.lead ?? 'into')
  await tx.insert(companyMerges).values({
    ...{ id: mergeId, fromCompanyId: from, intoCompanyId: into, reason: input.reason },
    ...{ before: factsOf(sideOf(kept)), after: factsOf(facts), mergedBy: userId, mergedAt: at },
  })
  await asOurselves(tx, async () => {
    await moveRows(tx, { mergeId, from, into }, at)
    await carryAvoidance(tx, { from: old, into: kept })
    await withdrawAvoided(tx, { companyId: into })
    await tx.update(companies).set({ mergedInto: into }).where(eq(companies.id, from))
    await tx
      .update(companies)
      .set({
        ...facts,
        leadOrgId: facts.leadOrgId as OrganisationId | null,
        leadUserId: facts.leadUserId as UserId | null,
        lastContactAt: sql`greatest(${companies.lastContactAt}, ${old.lastContactAt?.toISOString() ?? null}::timestamptz)`,
        version: sql`${companies.version} + 1`,
      })
      .where(eq(companies.id, into))
  })
  // After the cards: whoever was arranging one of them has committed by now.
  await endStages(tx, { cardIds: await stagesAt(tx, from), why: 'merged' })
  await noteLead(tx, kept, facts)
  if (facts.stage !== kept.stage) {
    const step = { fromStage: kept.stage, toStage: facts.stage, cause: 'merged', reason: input.reason }
    await tx
      .insert(stageChanges)
      .values({ id: newId<string>(), companyId: into, ...step, authorId: userId, at })
  }
  await keepScores(tx, [from, into])
  await reindexMerged(tx, [from, into])
  await audit(tx, { action: 'company.merged_away', subjectType: 'company', subjectId: from })
  await audit(tx, { action: 'company.merged', subjectType: 'company', subjectId: into })
  await emit(tx, 'company.merged', { companyId: into })
  return mergeId
}

/** Says on the timeline that a company has another lead than before. */
export async function noteLead(
  tx: Tx,
  before: CompanyRow,
  { leadOrgId, leadUserId }: Pick<MergeSide, 'leadOrgId' | 'leadUserId'>,
): Promise<void> {
  if (!leadUserId || !leadOrgId || leadUserId === before.leadUserId) return
  const to = { userId: leadUserId as UserId, orgId: leadOrgId as OrganisationId }
  await recordLeadChange(tx, before, to, 'handed_over')
}

import { sql, type SQL } from 'drizzle-orm'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { companyPeople } from '#db/schema/companies.ts'
import { companyGroupMembers } from '#db/schema/company-groups.ts'
import { companyMergeRows } from '#db/schema/company-merges.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CandidateId, CompanyId, CompanyMergeId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { ownedByCompany } from './owned-by-company.ts'

type Move = { mergeId: CompanyMergeId; from: CompanyId; into: CompanyId }

/** What the moved rows are called where they are not simply another company's. */
export const CANCELLED = 'follow_ups.state'
export const SUBJECTS = 'follow_ups.subject_id'

/** Runs an update and writes down which rows it changed. */
const noting = (tx: Tx, { mergeId }: Move, owned: string, update: SQL) =>
  tx.execute(sql`with moved as (${update} returning id)
    insert into ${companyMergeRows} (merge_id, owned, row_id) select ${mergeId}::uuid, ${owned}::text, id from moved`)

/**
 * Gives everything that a company owns to another, row by row written down. What the rules planned about the company itself is
 * cancelled: the other one is planned anew with both histories. Runs as our own processes.
 */
export async function moveRows(tx: Tx, move: Move, at: Date): Promise<void> {
  const { from, into } = move
  const aboutIt = sql`subject_type = 'company' and subject_id = ${from}`
  await noting(
    tx,
    move,
    CANCELLED,
    sql`update ${followUps} set state = 'cancelled', why = 'merged', done_at = ${at.toISOString()}::timestamptz
      where ${aboutIt} and state = 'planned' and rule_key is not null and released_at is null`,
  )
  await noting(
    tx,
    move,
    SUBJECTS,
    sql`update ${followUps} set subject_id = ${into} where ${aboutIt} and rule_key is null`,
  )
  for (const [table, column] of ownedByCompany) {
    const name = sql.identifier(table)
    const own = sql`update ${name} set ${sql.identifier(column)} = ${into} where ${sql.identifier(column)} = ${from}`
    // One that introduced the other would then have introduced itself.
    const other = column === 'from_company_id' ? 'to_company_id' : 'from_company_id'
    const loop = table === 'company_referrals' ? sql` and ${sql.identifier(other)} <> ${into}` : sql``
    await noting(tx, move, `${table}.${column}`, sql`${own}${loop}`)
  }
  await tx.execute(sql`insert into ${companyGroupMembers} (company_id, group_id, added_by, added_at)
    select ${into}, group_id, added_by, added_at from ${companyGroupMembers} where company_id = ${from}
    on conflict do nothing`)
}

type Avoided = { id: CompanyId; vatId: string }

/**
 * Whoever avoids the one, or somebody there, avoids the other too, from this moment on. Nothing is taken away, now or when the merge is taken back:
 * to avoid one firm too many costs an opening, one too few may cost a life. Runs as our own processes.
 */
export async function carryAvoidance(
  tx: Tx,
  { from, into }: { from: Avoided; into: Avoided },
  since: Date | null = null,
): Promise<void> {
  const after = since ? sql` and created_at >= ${since.toISOString()}::timestamptz` : sql``
  const carried = await tx.execute<{ orgId: OrganisationId; candidateId: CandidateId }>(sql`
    insert into ${candidateExclusions} (org_id, candidate_id, kind, value, created_at)
      select org_id, candidate_id, kind, case kind when 'vat' then ${into.vatId} else ${into.id} end, created_at
      from ${candidateExclusions}
      where ((kind = 'company' and value = ${from.id}) or (kind = 'vat' and value = ${from.vatId}))${after}
    on conflict do nothing
    returning org_id as "orgId", candidate_id as "candidateId"`)
  for (const person of carried) await emit(tx, 'profile.changed', person)
  await tx.execute(sql`insert into ${companyPeople} (company_id, name_key)
    select ${into.id}, name_key from ${companyPeople} where company_id = ${from.id} on conflict do nothing`)
}

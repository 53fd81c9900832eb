import { sql } from 'drizzle-orm'
import { profiles } from '#db/schema/candidates.ts'
import { matchProfiles } from '#db/schema/matching.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Rebuilt } from './engine.ts'

/**
 * Derives every row of `match_profiles` again from the profiles, in the caller's transaction: whoever matches meanwhile
 * sees the rows of before, then those of after, never a mixture; whoever saves a profile waits. Each row is the trigger's
 * own function's, so with the trigger at work it finds nothing to do.
 * @throws DomainError forbidden for anybody but our own processes.
 */
export async function rebuildMatchProfiles(tx: Tx): Promise<Pick<Rebuilt, 'written' | 'removed'>> {
  if (tx.actor.kind !== 'system') throw new DomainError('forbidden', 'forbidden')
  await tx.execute(sql`lock table ${profiles} in share row exclusive mode`)
  const [removed] = await tx.execute<{ rows: number }>(sql`with gone as (
      delete from ${matchProfiles} m where not exists (
        select from ${profiles} p where p.candidate_id = m.candidate_id and p.org_id = m.org_id and p.matchable)
      returning 1)
    select count(*)::int as rows from gone`)
  const [written] = await tx.execute<{ rows: number }>(sql`with changed as (
      insert into match_profiles as m select r.* from ${profiles} p, lateral app.match_row(p) r where p.matchable
      on conflict (candidate_id) do update set
        facts = excluded.facts, week_id = excluded.week_id, min_pay_cents = excluded.min_pay_cents,
        area_id = excluded.area_id, max_km = excluded.max_km, waiting_since = excluded.waiting_since,
        may_work_from = excluded.may_work_from, permit_until = excluded.permit_until,
        free_from = excluded.free_from, org_id = excluded.org_id, codes = excluded.codes
      where (m.*) is distinct from (excluded.*)
      returning 1)
    select count(*)::int as rows from changed`)
  return { written: written?.rows ?? 0, removed: removed?.rows ?? 0 }
}

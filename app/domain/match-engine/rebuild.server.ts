import { sql } from 'drizzle-orm'
import { profiles } from '#db/schema/candidates.ts'
import { matchAreas, matchCodes, matchProfiles, matchWeeks } from '#db/schema/matching.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Rebuilt } from './engine.ts'

/** The wider of a profile's two weeks, as the dictionary of weeks counts it. */
const wider = sql`p.available | p.with_childcare`

/** Adds to the dictionaries what some profile has and they have not. No number is spent on what is there. */
async function fillDictionaries(tx: Tx): Promise<void> {
  await tx.execute(sql`insert into ${matchWeeks} (available, with_childcare)
    select p.available, nullif(p.wider, p.available)
    from (select distinct p.available, ${wider} as wider from ${profiles} p where p.matchable) p
    where not exists (select from ${matchWeeks} w
      where app.week_digest(w.available, w.with_childcare) = app.week_digest(p.available, nullif(p.wider, p.available))
        and w.available = p.available and coalesce(w.with_childcare, w.available) = p.wider)`)
  await tx.execute(sql`insert into ${matchAreas} (lat, lng)
    select distinct p.lat, p.lng from ${profiles} p where p.matchable
      and not exists (select from ${matchAreas} a where a.lat = p.lat and a.lng = p.lng)`)
  await tx.execute(sql`insert into ${matchCodes} (code)
    select distinct word from ${profiles} p, unnest(app.code_words(p)) word where p.matchable
      and not exists (select from ${matchCodes} c where c.code = word) order by word`)
}

/**
 * Derives every row of `match_profiles` again from the profiles, in the caller's transaction: whoever matches meanwhile
 * sees the rows of before, then those of after, never a mixture; whoever saves a profile waits. The parts of a row are
 * worked out by the trigger's own functions, so with the trigger at work it finds nothing to do.
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
  await fillDictionaries(tx)
  // The planner knows nothing yet of weeks that have just come in, and would look each of them up for each profile.
  await tx.execute(sql`select set_config('enable_nestloop', 'off', true)`)
  const [written] = await tx.execute<{ rows: number }>(sql`with weeks as (
      select min(id) as id, available, coalesce(with_childcare, available) as wider from ${matchWeeks} group by 2, 3),
    changed as (
      insert into match_profiles as m (facts, week_id, min_pay_cents, area_id, max_km, waiting_since, may_work_from,
        permit_until, free_from, org_id, candidate_id, codes)
      select app.match_facts(p), w.id, p.min_pay_cents, a.id, p.max_km, app.match_day(p.waiting_since),
        app.match_day(p.may_work_from), app.permit_day(p), app.match_day(p.free_from), p.org_id, p.candidate_id,
        array(select c.id from ${matchCodes} c where c.code = any(app.code_words(p)) order by c.id)
      from ${profiles} p
      join weeks w on w.available = p.available and w.wider = ${wider}
      join ${matchAreas} a on a.lat = p.lat and a.lng = p.lng
      where p.matchable
      on conflict (candidate_id) do update set
        facts = excluded.facts, week_id = excluded.week_id, min_pay_cents = excluded.min_pay_cents,
        area_id = excluded.area_id, max_km = excluded.max_km, waiting_since = excluded.waiting_since,
        may_work_from = excluded.may_work_from, permit_until = excluded.permit_until,
        free_from = excluded.free_from, org_id = excluded.org_id, codes = excluded.codes
      where (m.*) is distinct from (excluded.*)
      returning 1)
    select count(*)::int as rows from changed`)
  await tx.execute(sql`select set_config('enable_nestloop', 'on', true)`)
  return { written: written?.rows ?? 0, removed: removed?.rows ?? 0 }
}

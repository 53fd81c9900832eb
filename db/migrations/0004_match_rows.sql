-- The rows that matching scans, derived from `profiles` by a trigger: whoever writes a profile writes them, in the same
-- transaction. The layout of `facts` stands in app/domain/match-engine/fact-bits.ts; a contract test compares the two.
alter table match_profiles enable row level security;
--> statement-breakpoint
alter table match_profiles force row level security;
--> statement-breakpoint
create policy by_system on match_profiles using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy by_own_organisation on match_profiles using ((select app.role()) = 'case_manager' and org_id = (select app.org())) with check ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
create policy for_matching on match_profiles for select using ((select app.purpose()) = 'matching' and (select app.role()) = 'case_manager');
--> statement-breakpoint
-- Dictionaries say of nobody whose week, area or skill it is; they grow and never change.
do $$
declare t text;
begin
  foreach t in array array['match_weeks', 'match_areas', 'match_codes'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_matching on public.%I using ((select app.role()) in (''system'', ''case_manager'')) with check ((select app.role()) in (''system'', ''case_manager''))', t);
    execute format('grant select, insert on public.%I to passaparola_web', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update, delete on match_profiles to passaparola_web;
--> statement-breakpoint
-- Room on each page keeps a saved profile on it (heap-only update), so that the table does not grow under writes.
alter table match_profiles set (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
create function app.week_digest(available bit, with_childcare bit) returns bigint language sql immutable as $$ select hashtextextended(available::text || coalesce(with_childcare::text, ''), 0) $$;
--> statement-breakpoint
create index match_weeks_digest on match_weeks (app.week_digest(available, with_childcare));
--> statement-breakpoint
create function app.match_day(d date) returns smallint language sql immutable as $$ select greatest(-32767, least(32767, d - date '2020-01-01'))::smallint $$;
--> statement-breakpoint
-- What each driving category lets its holder drive (Directive 2006/126/EC art. 6), closed under repetition; CE counts for DE,
-- and so for D1E, where D is held.
create function app.licence_bits(held text[]) returns bigint language sql immutable as $$
  select coalesce(bit_or(covers), 0) | case when held @> array['CE', 'D'] then 20480 else 0 end
  from (values ('AM', 1::bigint), ('A1', 3), ('A2', 7), ('A', 15), ('B1', 17), ('B', 51), ('BE', 115), ('C1', 179), ('C1E', 499),
    ('C', 691), ('CE', 2035), ('D1', 2099), ('D1E', 6259), ('D', 10291), ('DE', 30835)) law (category, covers)
  where category = any(held)
$$;
--> statement-breakpoint
create function app.match_facts(p public.profiles) returns bigint language sql immutable as $$
  select app.licence_bits(p.licences)
    | case when p.has_vehicle then 1::bigint << 15 else 0 end
    | (((1::bigint << p.italian_spoken) - 1) << 16)
    | (((1::bigint << p.italian_written) - 1) << 22)
    | (select coalesce(bit_or(1::bigint << (27 + at)::int), 0) from unnest(array['training', 'trial', 'internship', 'job']) with ordinality kinds (kind, at) where kind = any(p.aims))
    | (select coalesce(bit_or(1::bigint << (31 + at)::int), 0) from unnest(array['heavy_lifting', 'standing', 'heights', 'cold', 'dust', 'allergens', 'night_work', 'working_alone']) with ordinality asked (demand, at) where demand <> all(p.limits))
    | case when cardinality(p.preferred_sectors) > 0 then 1::bigint << 40 else 0 end
    | case when cardinality(p.preferred_professions) > 0 then 1::bigint << 41 else 0 end
$$;
--> statement-breakpoint
create function app.week_id(free bit, wider bit) returns integer language plpgsql as $$
declare found integer; childcare bit(336) := nullif(free | wider, free);
begin
  select id into found from public.match_weeks w
    where app.week_digest(w.available, w.with_childcare) = app.week_digest(free, childcare)
      and w.available = free and w.with_childcare is not distinct from childcare limit 1;
  if found is null then
    insert into public.match_weeks (available, with_childcare) values (free, childcare) returning id into found;
  end if;
  return found;
end $$;
--> statement-breakpoint
create function app.area_id(at_lat double precision, at_lng double precision) returns smallint language plpgsql as $$
declare found smallint;
begin
  select id into found from public.match_areas where lat = at_lat and lng = at_lng;
  if found is null then
    insert into public.match_areas (lat, lng) values (at_lat, at_lng) on conflict do nothing;
    select id into found from public.match_areas where lat = at_lat and lng = at_lng;
  end if;
  return found;
end $$;
--> statement-breakpoint
create function app.code_ids(p public.profiles) returns smallint[] language plpgsql as $$
declare
  words text[] := array(
    select 's:' || s.code || ':' || l from unnest(p.skill_codes, p.skill_levels) s (code, level), generate_series(1, s.level) l
    union select 'g:' || plan from unnest(p.plan_skills) plan
    union select 'p:' || profession from unnest(p.preferred_professions) profession
    union select 'w:' || sector from unnest(p.preferred_sectors) sector);
  ids smallint[] := array(select id from public.match_codes where code = any(words) order by id);
begin
  if cardinality(ids) < cardinality(words) then
    insert into public.match_codes (code) select word from unnest(words) word
      where not exists (select from public.match_codes where code = word) order by word on conflict do nothing;
    ids := array(select id from public.match_codes where code = any(words) order by id);
  end if;
  return ids;
end $$;
--> statement-breakpoint
create function app.keep_match_profile() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or not new.matchable then
    delete from public.match_profiles where candidate_id = old.candidate_id;
    return null;
  end if;
  insert into public.match_profiles as m values (
    app.match_facts(new),
    app.week_id(new.available, new.with_childcare),
    new.min_pay_cents,
    app.area_id(new.lat, new.lng),
    new.max_km,
    app.match_day(new.waiting_since),
    app.match_day(new.may_work_from),
    case when new.renewal_under_way or new.permit_until is null then 32767
      when new.permit_until <= greatest(new.free_from, new.may_work_from) then -32768
      else app.match_day(new.permit_until) end,
    app.match_day(new.free_from),
    new.org_id,
    new.candidate_id,
    app.code_ids(new))
  on conflict (candidate_id) do update set
    facts = excluded.facts, week_id = excluded.week_id, min_pay_cents = excluded.min_pay_cents, area_id = excluded.area_id,
    max_km = excluded.max_km, waiting_since = excluded.waiting_since, may_work_from = excluded.may_work_from,
    permit_until = excluded.permit_until, free_from = excluded.free_from, org_id = excluded.org_id, codes = excluded.codes;
  return null;
end $$;
--> statement-breakpoint
create trigger keep_match_profile after insert or update or delete on profiles for each row execute function app.keep_match_profile();
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;
--> statement-breakpoint
-- Whoever is in the engine already gets a row; forced row security asks the owner, too, who is acting.
select set_config('app.role', 'system', true);
--> statement-breakpoint
update profiles set matchable = true where matchable;
--> statement-breakpoint
select set_config('app.role', '', true);

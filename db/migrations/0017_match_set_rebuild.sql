-- A scan may use a second core only if nothing in it forbids that; these read settings, which parallel workers are given.
do $$
declare f text;
begin
  foreach f in array array['role', 'user_id', 'org', 'company', 'card', 'purpose', 'is_system', 'is_staff'] loop
    execute format('alter function app.%I() parallel safe', f);
  end loop;
end $$;
--> statement-breakpoint
-- The parts of a derived row that saving one profile and rebuilding all of them have in common.
create function app.permit_day(p public.profiles) returns smallint language sql immutable parallel safe as $$
  select case when p.renewal_under_way or p.permit_until is null then 32767
    when p.permit_until <= greatest(p.free_from, p.may_work_from) then -32768
    else app.match_day(p.permit_until) end
$$;
--> statement-breakpoint
create function app.code_words(p public.profiles) returns text[] language sql immutable parallel safe as $$
  select array(
    select 's:' || s.code || ':' || l from unnest(p.skill_codes, p.skill_levels) s (code, level), generate_series(1, s.level) l
    union select 'g:' || plan from unnest(p.plan_skills) plan
    union select 'p:' || profession from unnest(p.preferred_professions) profession
    union select 'w:' || sector from unnest(p.preferred_sectors) sector)
$$;
--> statement-breakpoint
create or replace function app.code_ids(p public.profiles) returns smallint[] language plpgsql as $$
declare
  words text[] := app.code_words(p);
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
create or replace function app.match_row(p public.profiles) returns public.match_profiles language plpgsql as $$
declare row public.match_profiles;
begin
  row.facts := app.match_facts(p);
  row.week_id := app.week_id(p.available, p.with_childcare);
  row.min_pay_cents := p.min_pay_cents;
  row.area_id := app.area_id(p.lat, p.lng);
  row.max_km := p.max_km;
  row.waiting_since := app.match_day(p.waiting_since);
  row.may_work_from := app.match_day(p.may_work_from);
  row.permit_until := app.permit_day(p);
  row.free_from := app.match_day(p.free_from);
  row.org_id := p.org_id;
  row.candidate_id := p.candidate_id;
  row.codes := app.code_ids(p);
  return row;
end $$;
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;

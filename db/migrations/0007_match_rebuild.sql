-- The derived row as one function, so that saving a profile and rebuilding everything can't differ.
create function app.match_row(p public.profiles) returns public.match_profiles language plpgsql as $$
declare row public.match_profiles;
begin
  row.facts := app.match_facts(p);
  row.week_id := app.week_id(p.available, p.with_childcare);
  row.min_pay_cents := p.min_pay_cents;
  row.area_id := app.area_id(p.lat, p.lng);
  row.max_km := p.max_km;
  row.waiting_since := app.match_day(p.waiting_since);
  row.may_work_from := app.match_day(p.may_work_from);
  row.permit_until := case when p.renewal_under_way or p.permit_until is null then 32767
    when p.permit_until <= greatest(p.free_from, p.may_work_from) then -32768
    else app.match_day(p.permit_until) end;
  row.free_from := app.match_day(p.free_from);
  row.org_id := p.org_id;
  row.candidate_id := p.candidate_id;
  row.codes := app.code_ids(p);
  return row;
end $$;
--> statement-breakpoint
create or replace function app.keep_match_profile() returns trigger language plpgsql as $$
declare row public.match_profiles;
begin
  if tg_op = 'DELETE' or not new.matchable then
    delete from public.match_profiles where candidate_id = old.candidate_id;
    return null;
  end if;
  row := app.match_row(new);
  insert into public.match_profiles as m select row.*
  on conflict (candidate_id) do update set
    facts = excluded.facts, week_id = excluded.week_id, min_pay_cents = excluded.min_pay_cents, area_id = excluded.area_id,
    max_km = excluded.max_km, waiting_since = excluded.waiting_since, may_work_from = excluded.may_work_from,
    permit_until = excluded.permit_until, free_from = excluded.free_from, org_id = excluded.org_id, codes = excluded.codes;
  return null;
end $$;
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;

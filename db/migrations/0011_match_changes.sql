alter table match_index enable row level security;
--> statement-breakpoint
alter table match_index force row level security;
--> statement-breakpoint
create policy by_system on match_index using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
-- Whoever changes a profile must know whether somebody waits for it; nothing in it is about a person.
create policy by_anyone on match_index for select using (true);
--> statement-breakpoint
alter table match_changes enable row level security;
--> statement-breakpoint
alter table match_changes force row level security;
--> statement-breakpoint
create policy by_system on match_changes using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy by_own_organisation on match_changes using ((select app.role()) = 'case_manager' and org_id = (select app.org())) with check ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
grant select, insert, update, delete on match_index, match_changes to passaparola_web;
--> statement-breakpoint
create or replace function app.keep_match_profile() returns trigger language plpgsql as $$
declare row public.match_profiles; who public.profiles := coalesce(new, old);
begin
  if tg_op = 'DELETE' or not new.matchable then
    delete from public.match_profiles where candidate_id = who.candidate_id;
  else
    row := app.match_row(new);
    insert into public.match_profiles as m select row.*
    on conflict (candidate_id) do update set
      facts = excluded.facts, week_id = excluded.week_id, min_pay_cents = excluded.min_pay_cents, area_id = excluded.area_id,
      max_km = excluded.max_km, waiting_since = excluded.waiting_since, may_work_from = excluded.may_work_from,
      permit_until = excluded.permit_until, free_from = excluded.free_from, org_id = excluded.org_id, codes = excluded.codes;
  end if;
  if exists (select from public.match_index) then
    insert into public.match_changes (org_id, candidate_id, changed_at) values (who.org_id, who.candidate_id, clock_timestamp())
    on conflict (candidate_id) do update set change = default, changed_at = least(match_changes.changed_at, excluded.changed_at);
  end if;
  return null;
end $$;

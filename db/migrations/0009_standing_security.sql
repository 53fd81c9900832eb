-- Standing matches name persons: the case managers of their own organisation, nobody else. Snapshots hold exact counts
-- and open to our own processes alone; guidance is what of them may be read by everybody who signs in.
do $$
declare t text;
begin
  foreach t in array array['standing_matches', 'match_notices', 'match_snapshots', 'match_guidance'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
    execute format('grant select, insert, update, delete on public.%I to passaparola_web', t);
  end loop;
end $$;
--> statement-breakpoint
create policy by_own_organisation on standing_matches using ((select app.role()) = 'case_manager' and org_id = (select app.org())) with check ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
create policy by_oneself on match_notices using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
--> statement-breakpoint
create policy by_reader on match_guidance for select using ((select app.role()) = 'hr_contact' or (select app.is_staff()));
--> statement-breakpoint
-- Who leaves the engine (a consent taken back, a placement, a file that is closed or erased) stands nowhere any more, in the
-- same transaction and whoever ended it.
create function app.drop_standing() returns trigger language plpgsql as $$
begin
  delete from public.standing_matches where org_id = old.org_id and candidate_id = old.candidate_id;
  return null;
end $$;
--> statement-breakpoint
create trigger drop_standing after delete on match_profiles for each row execute function app.drop_standing();
--> statement-breakpoint
-- What she must avoid takes its matches with it; the values are those that app/domain/matching/constraints/exclusion.ts
-- compares.
create function app.drop_avoided() returns trigger language plpgsql as $$
begin
  delete from public.standing_matches s using public.openings o, public.companies c
    where s.org_id = new.org_id and s.candidate_id = new.candidate_id and o.id = s.opening_id and c.id = o.company_id
      and new.value = case new.kind when 'company' then c.id::text when 'vat' then c.vat_id else o.place_code end;
  return null;
end $$;
--> statement-breakpoint
create trigger drop_avoided after insert or update on candidate_exclusions for each row execute function app.drop_avoided();
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;

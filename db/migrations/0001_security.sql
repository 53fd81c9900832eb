-- Row security, grants and the audit chain. The web role owns nothing and bypasses nothing; who is acting is told by
-- transaction-local settings, which only withActor() sets.
create schema if not exists app;
--> statement-breakpoint
create function app.role() returns text language sql stable as $$ select coalesce(nullif(current_setting('app.role', true), ''), 'none') $$;
--> statement-breakpoint
create function app.user_id() returns uuid language sql stable as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
--> statement-breakpoint
create function app.org() returns uuid language sql stable as $$ select nullif(current_setting('app.org', true), '')::uuid $$;
--> statement-breakpoint
create function app.company() returns uuid language sql stable as $$ select nullif(current_setting('app.company', true), '')::uuid $$;
--> statement-breakpoint
create function app.card() returns uuid language sql stable as $$ select nullif(current_setting('app.card', true), '')::uuid $$;
--> statement-breakpoint
create function app.purpose() returns text language sql stable as $$ select coalesce(current_setting('app.purpose', true), '') $$;
--> statement-breakpoint
create function app.is_system() returns boolean language sql stable as $$ select app.role() = 'system' $$;
--> statement-breakpoint
create function app.is_staff() returns boolean language sql stable as $$ select app.role() in ('case_manager', 'coordinator', 'admin') $$;
--> statement-breakpoint
-- Every table: security on and forced, so that even its owner passes the policies.
do $$
declare t record;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table public.%I enable row level security', t.tablename);
    execute format('alter table public.%I force row level security', t.tablename);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t.tablename);
  end loop;
end $$;
--> statement-breakpoint
-- Tables about persons: the case managers of the person's own organisation, nobody else.
do $$
declare t text;
begin
  foreach t in array array['candidates', 'candidate_keys', 'profiles', 'candidate_exclusions', 'consents', 'proposals', 'disclosures', 'placements'] loop
    execute format(
      'create policy by_own_organisation on public.%I using ((select app.role()) = ''case_manager'' and org_id = (select app.org())) with check ((select app.role()) = ''case_manager'' and org_id = (select app.org()))', t);
  end loop;
end $$;
--> statement-breakpoint
-- Matching and the k count read the whole network's anonymised facts, for that purpose alone, and never write them.
create policy for_matching on profiles for select using ((select app.purpose()) = 'matching' and (select app.role()) = 'case_manager');
--> statement-breakpoint
create policy for_matching on candidate_exclusions for select using ((select app.purpose()) = 'matching' and (select app.role()) = 'case_manager');
--> statement-breakpoint
create policy by_staff on organisations for select using ((select app.is_staff()));
--> statement-breakpoint
create policy by_admin on organisations using ((select app.role()) = 'admin') with check ((select app.role()) = 'admin');
--> statement-breakpoint
create policy staff_see_staff on users for select using ((select app.is_staff()) and role <> 'hr_contact');
--> statement-breakpoint
create policy see_oneself on users for select using (id = (select app.user_id()));
--> statement-breakpoint
create policy by_admin on users using ((select app.role()) = 'admin') with check ((select app.role()) = 'admin');
--> statement-breakpoint
create policy own_sessions on sessions using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
--> statement-breakpoint
-- Employers belong to the network: its people read and write them, an HR contact her own.
do $$
declare t text;
begin
  foreach t in array array['contacts', 'company_verifications', 'interactions', 'company_referrals', 'trust_events', 'stage_changes', 'testimonials', 'help_requests', 'follow_ups'] loop
    execute format('create policy by_staff on public.%I using ((select app.is_staff())) with check ((select app.is_staff()))', t);
  end loop;
  foreach t in array array['openings', 'opening_skills', 'opening_shifts', 'companies', 'stories'] loop
    execute format('create policy by_staff on public.%I using ((select app.is_staff())) with check ((select app.is_staff()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy by_own_company on companies using ((select app.role()) in ('hr_contact', 'link') and id = (select app.company())) with check ((select app.role()) = 'hr_contact' and id = (select app.company()));
--> statement-breakpoint
create policy by_own_company on contacts using ((select app.role()) in ('hr_contact', 'link') and company_id = (select app.company())) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy by_own_company on openings using ((select app.role()) in ('hr_contact', 'link') and company_id = (select app.company())) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy by_own_company on opening_skills using (exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company()))) with check ((select app.role()) = 'hr_contact' and exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company())));
--> statement-breakpoint
create policy by_own_company on opening_shifts using (exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company()))) with check ((select app.role()) = 'hr_contact' and exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company())));
--> statement-breakpoint
create policy by_own_company on stories using ((select app.role()) = 'hr_contact' and company_id = (select app.company())) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy by_own_company on testimonials using ((select app.role()) = 'hr_contact' and company_id = (select app.company())) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy by_own_company on trust_events for insert with check ((select app.role()) in ('hr_contact', 'link') and company_id = (select app.company()));
--> statement-breakpoint
create policy by_own_company on stage_changes for insert with check ((select app.role()) in ('hr_contact', 'link') and company_id = (select app.company()));
--> statement-breakpoint
-- Published stories are public; they carry what they show of their company, so no company row is read for them.
create policy published on stories for select using (state = 'published');
--> statement-breakpoint
-- Cards: their fate is known to the network's people; what they show only to the company they were sent to and to the
-- organisation that proposed.
create policy by_staff on cards for select using ((select app.is_staff()));
--> statement-breakpoint
create policy by_case_manager on cards for insert with check ((select app.role()) = 'case_manager');
--> statement-breakpoint
create policy by_proposer on cards for update using ((select app.role()) = 'case_manager' and exists (select 1 from proposals p where p.card_id = cards.id and p.org_id = (select app.org())));
--> statement-breakpoint
create policy by_own_company on cards using ((select app.role()) = 'hr_contact' and company_id = (select app.company())) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy by_link on cards using ((select app.role()) = 'link' and id = (select app.card()) and company_id = (select app.company())) with check ((select app.role()) = 'link' and id = (select app.card()) and company_id = (select app.company()));
--> statement-breakpoint
create policy by_own_company on card_attributes for select using ((select app.role()) in ('hr_contact', 'link') and exists (select 1 from cards c where c.id = card_id));
--> statement-breakpoint
create policy by_proposer on card_attributes using ((select app.role()) = 'case_manager' and exists (select 1 from proposals p where p.card_id = card_attributes.card_id and p.org_id = (select app.org()))) with check ((select app.role()) = 'case_manager' and exists (select 1 from proposals p where p.card_id = card_attributes.card_id and p.org_id = (select app.org())));
--> statement-breakpoint
create policy by_staff on trust_weights for select using ((select app.is_staff()));
--> statement-breakpoint
create policy by_coordinator on trust_weights using ((select app.role()) = 'coordinator') with check ((select app.role()) = 'coordinator');
--> statement-breakpoint
-- Mail and events: anybody's command may leave one, only our processes read them; staff see what went to a company.
create policy leave_one on outbox for insert with check (true);
--> statement-breakpoint
create policy see_company_mail on mails for select using ((select app.is_staff()) and class = 'company');
--> statement-breakpoint
create policy by_admin on outbox for select using ((select app.role()) = 'admin');
--> statement-breakpoint
create policy by_anyone on idempotency_keys using (true) with check (true);
--> statement-breakpoint
create policy append on audit_log for insert with check (true);
--> statement-breakpoint
create policy own_organisation on audit_log for select using ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
-- The audit chain: one head for each organisation, locked until commit, so that the chain has no fork.
create table audit_heads (org_id uuid primary key, seq bigint not null, hash text not null);
--> statement-breakpoint
alter table audit_heads enable row level security;
--> statement-breakpoint
alter table audit_heads force row level security;
--> statement-breakpoint
create policy by_chain on audit_heads using (true) with check (true);
--> statement-breakpoint
create function app.chain_audit() returns trigger language plpgsql as $$
declare head record;
begin
  insert into public.audit_heads as h (org_id, seq, hash) values (new.org_id, 0, repeat('0', 64)) on conflict (org_id) do nothing;
  select seq, hash into head from public.audit_heads where org_id = new.org_id for update;
  new.seq := head.seq + 1;
  new.prev_hash := head.hash;
  new.hash := encode(sha256(convert_to(head.hash || jsonb_build_array(new.org_id, new.seq, new.id, extract(epoch from new.at), new.actor_id, new.actor_role, new.action, new.subject_type, new.subject_id, new.result)::text, 'UTF8')), 'hex');
  update public.audit_heads set seq = new.seq, hash = new.hash where org_id = new.org_id;
  return new;
end $$;
--> statement-breakpoint
create trigger chain_audit before insert on audit_log for each row execute function app.chain_audit();
--> statement-breakpoint
grant usage on schema app, public to passaparola_web;
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to passaparola_web;
--> statement-breakpoint
revoke update, delete on audit_log, consents, stage_changes, disclosures from passaparola_web;
--> statement-breakpoint
revoke delete on audit_heads, cards, companies, users, trust_events, outbox, effects from passaparola_web;

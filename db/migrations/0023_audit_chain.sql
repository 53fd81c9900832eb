CREATE TABLE "audit_state" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"database_id" uuid,
	"anchored_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"entries" bigint DEFAULT 0 NOT NULL,
	"organisations" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"fault_org_id" uuid,
	"fault_seq" bigint,
	CONSTRAINT "audit_state_only" CHECK ("audit_state"."only")
);
--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING brin ("at");--> statement-breakpoint
insert into audit_state default values;
--> statement-breakpoint
alter table audit_state enable row level security;
--> statement-breakpoint
alter table audit_state force row level security;
--> statement-breakpoint
create policy by_system on audit_state using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy seen_by_admin on audit_state for select using ((select app.role()) = 'admin');
--> statement-breakpoint
grant select, update on audit_state to passaparola_web;
--> statement-breakpoint
-- Coordinators are told who opened many files, and see no other entry.
create policy notices_to_coordinators on audit_log for select using ((select app.role()) = 'coordinator' and subject_type = 'user' and action = 'reading.unusual');
--> statement-breakpoint
-- Nobody writes an entry in another's name: it says the actor whom withActor() told the transaction of.
drop policy append on audit_log;
--> statement-breakpoint
create policy append_as_oneself on audit_log for insert with check (actor_role = (select app.role()) and actor_id is not distinct from (select app.user_id()));
--> statement-breakpoint
-- One statement an entry: the head moves, remembering what it moved from. It waits for whoever moved it first, and then
-- reads what that one committed.
alter table audit_heads add column before text not null default repeat('0', 64);
--> statement-breakpoint
create or replace function app.chain_audit() returns trigger language plpgsql as $$
begin
  loop
    update public.audit_heads as h
      set seq = h.seq + 1,
        before = h.hash,
        hash = encode(sha256(convert_to(h.hash || jsonb_build_array(new.org_id, h.seq + 1, new.id, extract(epoch from new.at), new.actor_id, new.actor_role, new.action, new.subject_type, new.subject_id, new.result)::text, 'UTF8')), 'hex')
      where h.org_id = new.org_id
      returning h.seq, h.before, h.hash into new.seq, new.prev_hash, new.hash;
    exit when found;
    insert into public.audit_heads (org_id, seq, hash) values (new.org_id, 0, repeat('0', 64)) on conflict (org_id) do nothing;
  end loop;
  return new;
end $$;
--> statement-breakpoint
-- Append-only for its owner too: grants keep the web role off, this keeps everybody off who does not mean it.
create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is only ever added to' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on audit_log for each row execute function app.refuse_change();
--> statement-breakpoint
create trigger append_only_whole before truncate on audit_log for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger append_only before delete on audit_heads for each row execute function app.refuse_change();
--> statement-breakpoint
create trigger append_only_whole before truncate on audit_heads for each statement execute function app.refuse_change();
--> statement-breakpoint
-- A head moves one entry at a time, and only from within the trigger of an entry; it begins before the first.
create function app.guard_head() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.seq = 0 and new.hash = repeat('0', 64) then return new; end if;
  elsif pg_trigger_depth() > 1 and new.org_id = old.org_id and new.seq = old.seq + 1 and new.before = old.hash then
    return new;
  end if;
  raise exception 'the head of an audit chain only moves with an entry' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger guard_head before insert or update on audit_heads for each row execute function app.guard_head();

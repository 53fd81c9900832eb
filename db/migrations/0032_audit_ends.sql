CREATE TABLE "audit_checkpoints" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
alter table audit_checkpoints enable row level security;
--> statement-breakpoint
alter table audit_checkpoints force row level security;
--> statement-breakpoint
create policy by_system on audit_checkpoints using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
grant select, insert, update on audit_checkpoints to passaparola_web;
--> statement-breakpoint
-- Entries end after five years, from the first on: the checkpoint goes on to an old one, then those up to it may go.
grant delete on audit_log to passaparola_web;
--> statement-breakpoint
create function app.guard_checkpoint() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a checkpoint of the audit stays' using errcode = 'insufficient_privilege';
  end if;
  if (tg_op = 'INSERT' or (new.org_id = old.org_id and new.seq > old.seq)) and exists (
    select 1 from public.audit_log l where l.org_id = new.org_id and l.seq = new.seq and l.hash = new.hash
      and l.at < now() - interval '5 years')
    and not exists (
      select 1 from public.audit_log l where l.org_id = new.org_id and l.seq <= new.seq and l.at >= now() - interval '5 years')
  then return new; end if;
  raise exception 'the audit begins where its old entries have ended' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger guard_checkpoint before insert or update or delete on audit_checkpoints for each row execute function app.guard_checkpoint();
--> statement-breakpoint
create trigger append_only_whole before truncate on audit_checkpoints for each statement execute function app.refuse_change();
--> statement-breakpoint
create function app.end_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and app.is_system() and old.at < now() - interval '5 years' and exists (
    select 1 from public.audit_checkpoints c where c.org_id = old.org_id and c.seq >= old.seq)
  then return old; end if;
  raise exception 'the audit is only ever added to' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
drop trigger append_only on audit_log;
--> statement-breakpoint
create trigger append_only before update or delete on audit_log for each row execute function app.end_entry();
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;

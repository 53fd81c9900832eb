CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"kind" text NOT NULL,
	"contact_id" uuid,
	"company_id" uuid,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_once" ON "inbound_mails" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "inbound_mails_received" ON "inbound_mails" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "follow_ups_to_release" ON "follow_ups" USING btree ("due_at") WHERE state = 'planned' and kind = 'message' and released_at is null;--> statement-breakpoint
CREATE INDEX "outbox_leases" ON "outbox" USING btree ("lease_until") WHERE state = 'queued';
--> statement-breakpoint
-- What came in by mail is known to our own processes alone; what it says is on the timeline.
alter table public.inbound_mails enable row level security;
--> statement-breakpoint
alter table public.inbound_mails force row level security;
--> statement-breakpoint
create policy by_system on public.inbound_mails using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
grant select, insert, update, delete on public.inbound_mails to passaparola_web;
--> statement-breakpoint
-- The worker rests until something is due, and is woken by the commit that gives it something new.
create function app.wake_worker() returns trigger language plpgsql as $$ begin perform pg_notify('worker_agenda', ''); return null; end $$;
--> statement-breakpoint
create trigger wake_worker after insert on outbox for each statement execute function app.wake_worker();
--> statement-breakpoint
create trigger wake_worker_again after update of state, available_at on outbox for each row when (new.state = 'pending') execute function app.wake_worker();
--> statement-breakpoint
create trigger wake_worker after insert on follow_ups for each row when (new.kind = 'message' and new.state = 'planned') execute function app.wake_worker();
--> statement-breakpoint
create trigger wake_worker_again after update of due_at, state, released_at on follow_ups for each row when (new.kind = 'message' and new.state = 'planned' and new.released_at is null) execute function app.wake_worker();
--> statement-breakpoint
grant execute on function app.wake_worker() to passaparola_web;

CREATE TABLE "event_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"contact_id" uuid,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answer_interaction_id" uuid,
	"attendance" text,
	"attendance_at" timestamp with time zone,
	"attendance_interaction_id" uuid
);
--> statement-breakpoint
CREATE TABLE "event_organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"attendance" text
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"called_off_at" timestamp with time zone,
	"called_off_why" text DEFAULT '' NOT NULL,
	"attendance_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_invitations" ADD CONSTRAINT "event_invitations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organisations" ADD CONSTRAINT "event_organisations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_organisations" ADD CONSTRAINT "event_organisations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_invitations_event" ON "event_invitations" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_invitations_company" ON "event_invitations" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_organisations_once" ON "event_organisations" USING btree ("event_id","org_id");--> statement-breakpoint
CREATE INDEX "events_starts" ON "events" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "events_owner" ON "events" USING btree ("owner_id");--> statement-breakpoint
-- Events of the network: its people read them, coordinators and the organisation that holds one change it. Nobody deletes.
do $$
declare t text;
begin
  foreach t in array array['events', 'event_invitations', 'event_organisations'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
    execute format('create policy by_staff on public.%I for select using ((select app.is_staff()))', t);
    execute format('grant select, insert, update on public.%I to passaparola_web', t);
  end loop;
end $$;
--> statement-breakpoint
create policy made_by_staff on events for insert with check ((select app.role()) in ('case_manager', 'coordinator') and org_id = (select app.org()));
--> statement-breakpoint
create policy changed_by_holder on events for update using ((select app.role()) = 'coordinator' or ((select app.role()) = 'case_manager' and org_id = (select app.org()))) with check ((select app.role()) in ('case_manager', 'coordinator'));
--> statement-breakpoint
create policy invited_by_holder on event_invitations for insert with check ((select app.role()) = 'coordinator' or ((select app.role()) = 'case_manager' and exists (select 1 from events e where e.id = event_id and e.org_id = (select app.org()))));
--> statement-breakpoint
-- Whoever knows a company notes what it answers, whoever holds the event.
create policy answered_to_staff on event_invitations for update using ((select app.role()) in ('case_manager', 'coordinator')) with check ((select app.role()) in ('case_manager', 'coordinator'));
--> statement-breakpoint
create policy invited_by_holder on event_organisations for insert with check ((select app.role()) = 'coordinator' or ((select app.role()) = 'case_manager' and exists (select 1 from events e where e.id = event_id and e.org_id = (select app.org()))));
--> statement-breakpoint
create policy answered_by_own on event_organisations for update using ((select app.role()) = 'coordinator' or ((select app.role()) = 'case_manager' and (org_id = (select app.org()) or exists (select 1 from events e where e.id = event_id and e.org_id = (select app.org()))))) with check ((select app.role()) in ('case_manager', 'coordinator'));

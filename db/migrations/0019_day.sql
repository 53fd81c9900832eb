CREATE TABLE "calendar_feeds" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "day_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"act" text NOT NULL,
	"until" timestamp with time zone,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "lead_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"from_user_id" uuid,
	"from_org_id" uuid,
	"to_user_id" uuid NOT NULL,
	"to_org_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "playbook_versions" (
	"occasion" text NOT NULL,
	"stage" text NOT NULL,
	"version" integer NOT NULL,
	"text_it" text NOT NULL,
	"text_en" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "playbook_versions_occasion_stage_version_pk" PRIMARY KEY("occasion","stage","version")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_changes" ADD CONSTRAINT "lead_changes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "day_acts_batch" ON "day_acts" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "day_acts_line" ON "day_acts" USING btree ("user_id","kind","subject_id");--> statement-breakpoint
CREATE INDEX "lead_changes_company" ON "lead_changes" USING btree ("company_id","at");--> statement-breakpoint
-- A day's acts and a calendar's address are one's own; who leads a company and what a playbook says is the network's.
do $$
declare t text;
begin
  foreach t in array array['day_acts', 'lead_changes', 'playbook_versions', 'calendar_feeds'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy by_oneself on day_acts using ((select app.role()) in ('case_manager', 'coordinator') and user_id = (select app.user_id())) with check ((select app.role()) in ('case_manager', 'coordinator') and user_id = (select app.user_id()));
--> statement-breakpoint
create policy by_staff on lead_changes using ((select app.is_staff())) with check ((select app.is_staff()));
--> statement-breakpoint
create policy by_staff on playbook_versions for select using ((select app.is_staff()));
--> statement-breakpoint
create policy by_coordinator on playbook_versions for insert with check ((select app.role()) = 'coordinator' and author_id = (select app.user_id()));
--> statement-breakpoint
create policy by_oneself on calendar_feeds using ((select app.role()) in ('case_manager', 'coordinator') and user_id = (select app.user_id())) with check ((select app.role()) in ('case_manager', 'coordinator') and user_id = (select app.user_id()));
--> statement-breakpoint
grant select, insert, update on day_acts, lead_changes to passaparola_web;
--> statement-breakpoint
grant select, insert on playbook_versions to passaparola_web;
--> statement-breakpoint
grant select, insert, update, delete on calendar_feeds to passaparola_web;

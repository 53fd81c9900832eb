CREATE TABLE "company_group_members" (
	"company_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "company_group_members_company_id_group_id_pk" PRIMARY KEY("company_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "company_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_merge_rows" (
	"merge_id" uuid NOT NULL,
	"owned" text NOT NULL,
	"row_id" uuid NOT NULL,
	CONSTRAINT "company_merge_rows_merge_id_owned_row_id_pk" PRIMARY KEY("merge_id","owned","row_id")
);
--> statement-breakpoint
CREATE TABLE "company_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_company_id" uuid NOT NULL,
	"into_company_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"unmerged_by" uuid,
	"unmerged_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "trust_slope" text DEFAULT 'steady' NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "company_group_members" ADD CONSTRAINT "company_group_members_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_group_members" ADD CONSTRAINT "company_group_members_group_id_company_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."company_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_group_members" ADD CONSTRAINT "company_group_members_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merge_rows" ADD CONSTRAINT "company_merge_rows_merge_id_company_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."company_merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_from_company_id_companies_id_fk" FOREIGN KEY ("from_company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_into_company_id_companies_id_fk" FOREIGN KEY ("into_company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_merges" ADD CONSTRAINT "company_merges_unmerged_by_users_id_fk" FOREIGN KEY ("unmerged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_group_members_group" ON "company_group_members" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "company_groups_name" ON "company_groups" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "company_merges_into" ON "company_merges" USING btree ("into_company_id","merged_at");--> statement-breakpoint
CREATE INDEX "company_merges_from" ON "company_merges" USING btree ("from_company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("user_id","name");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_merged_into_companies_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "companies_place" ON "companies" USING btree ("place_code");--> statement-breakpoint
CREATE INDEX "follow_ups_open" ON "follow_ups" USING btree ("company_id","due_at") WHERE "follow_ups"."state" = 'planned';
--> statement-breakpoint
-- A kept view is its author's, and everybody's to read in the network once it is shared. What was merged into what is told to the
-- network; which rows that moved is read and written by our own processes alone.
do $$
declare t text;
begin
  foreach t in array array['saved_views', 'company_merges', 'company_merge_rows', 'company_groups', 'company_group_members'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
  end loop;
  foreach t in array array['company_merges', 'company_groups', 'company_group_members'] loop
    execute format('create policy by_staff on public.%I using ((select app.is_staff())) with check ((select app.is_staff()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy by_oneself on saved_views using ((select app.is_staff()) and user_id = (select app.user_id())) with check ((select app.is_staff()) and user_id = (select app.user_id()));
--> statement-breakpoint
create policy shared on saved_views for select using ((select app.is_staff()) and shared);
--> statement-breakpoint
grant select, insert, update, delete on saved_views to passaparola_web;
--> statement-breakpoint
grant select, insert, update on company_merges to passaparola_web;
--> statement-breakpoint
grant select, insert on company_merge_rows, company_groups to passaparola_web;
--> statement-breakpoint
grant select, insert, delete on company_group_members to passaparola_web;
--> statement-breakpoint
-- A merge carries a company's history along. Its words, times and authors stay what they are, and nobody but our own processes
-- may carry it.
grant update (company_id) on stage_changes, opening_questions to passaparola_web;
--> statement-breakpoint
create policy only_carried on stage_changes as restrictive for update using ((select app.is_system()));

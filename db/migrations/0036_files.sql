CREATE TABLE "candidate_files" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidate_files_org_id_candidate_id_pk" PRIMARY KEY("org_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "company_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_photos" (
	"story_id" uuid PRIMARY KEY NOT NULL,
	"alt" text NOT NULL,
	"content" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "candidate_files" ADD CONSTRAINT "candidate_files_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_files" ADD CONSTRAINT "company_files_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_photos" ADD CONSTRAINT "story_photos_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_files_company" ON "company_files" USING btree ("company_id","added_at");--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['candidate_files', 'company_files', 'story_photos'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
    execute format('grant select, insert, update, delete on public.%I to passaparola_web', t);
  end loop;
end $$;
--> statement-breakpoint
create policy by_own_organisation on candidate_files using ((select app.role()) = 'case_manager' and org_id = (select app.org())) with check ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
-- What a decision about a company rests on is for those who decide.
create policy by_coordinator on company_files using ((select app.role()) = 'coordinator') with check ((select app.role()) = 'coordinator');
--> statement-breakpoint
-- Whoever may see a story sees its photograph; whoever may write it may give it one.
create policy with_story on story_photos for select using (exists (select 1 from stories s where s.id = story_id));
--> statement-breakpoint
create policy by_case_manager on story_photos using ((select app.role()) = 'case_manager') with check ((select app.role()) = 'case_manager');
--> statement-breakpoint
create policy by_own_company on story_photos using ((select app.role()) = 'hr_contact' and exists (select 1 from stories s where s.id = story_id and s.company_id = (select app.company()))) with check ((select app.role()) = 'hr_contact' and exists (select 1 from stories s where s.id = story_id and s.company_id = (select app.company())));

CREATE TABLE "match_reviews" (
	"org_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"seen_by" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"why_not" text,
	"set_aside_by" uuid,
	"set_aside_at" timestamp with time zone,
	CONSTRAINT "match_reviews_org_id_opening_id_candidate_id_pk" PRIMARY KEY("org_id","opening_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "opening_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"edit_key" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_reviews" ADD CONSTRAINT "match_reviews_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_reviews" ADD CONSTRAINT "match_reviews_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_questions" ADD CONSTRAINT "opening_questions_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_questions" ADD CONSTRAINT "opening_questions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_questions" ADD CONSTRAINT "opening_questions_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_reviews_why_not" ON "match_reviews" USING btree ("org_id","why_not");--> statement-breakpoint
CREATE INDEX "opening_questions_opening" ON "opening_questions" USING btree ("opening_id","asked_at");--> statement-breakpoint
-- What an organisation remembers of its people is its case managers' alone; a question to a company is the network's.
do $$
declare t text;
begin
  foreach t in array array['match_reviews', 'opening_questions'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy by_own_organisation on match_reviews using ((select app.role()) = 'case_manager' and org_id = (select app.org())) with check ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
create policy by_staff on opening_questions for select using ((select app.is_staff()));
--> statement-breakpoint
create policy by_asker on opening_questions for insert with check ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
grant select, insert, update, delete on match_reviews to passaparola_web;
--> statement-breakpoint
grant select, insert on opening_questions to passaparola_web;

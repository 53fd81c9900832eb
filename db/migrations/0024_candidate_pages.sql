CREATE TABLE "candidate_questions" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"card" jsonb NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidate_questions_org_id_candidate_id_opening_id_pk" PRIMARY KEY("org_id","candidate_id","opening_id")
);
--> statement-breakpoint
CREATE TABLE "candidate_requests" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	CONSTRAINT "candidate_requests_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "candidate_visits" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"link_hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"open_until" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"session_hash" text,
	"language" text,
	"last_seen_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "candidate_visits_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "text_version" text;--> statement-breakpoint
ALTER TABLE "candidate_questions" ADD CONSTRAINT "candidate_questions_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_requests" ADD CONSTRAINT "candidate_requests_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_visits" ADD CONSTRAINT "candidate_visits_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_requests_candidate" ON "candidate_requests" USING btree ("org_id","candidate_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_visits_link" ON "candidate_visits" USING btree ("link_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_visits_session" ON "candidate_visits" USING btree ("session_hash");--> statement-breakpoint
CREATE INDEX "candidate_visits_candidate" ON "candidate_visits" USING btree ("org_id","candidate_id","made_at");
--> statement-breakpoint
-- A person on her own pages reaches what she herself said and asked, and no other row of any table.
create function app.candidate() returns uuid language sql stable as $$ select nullif(current_setting('app.candidate', true), '')::uuid $$;
--> statement-breakpoint
grant execute on function app.candidate() to passaparola_web;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['candidate_visits', 'candidate_questions', 'candidate_requests'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
    execute format('create policy by_own_organisation on public.%I using ((select app.role()) = ''case_manager'' and org_id = (select app.org())) with check ((select app.role()) = ''case_manager'' and org_id = (select app.org()))', t);
    execute format('grant select, insert, update, delete on public.%I to passaparola_web', t);
  end loop;
end $$;
--> statement-breakpoint
create policy by_herself on consents for select using ((select app.role()) = 'candidate' and candidate_id = (select app.candidate()));
--> statement-breakpoint
create policy by_herself on candidate_questions for select using ((select app.role()) = 'candidate' and candidate_id = (select app.candidate()));
--> statement-breakpoint
create policy by_herself on candidate_requests for select using ((select app.role()) = 'candidate' and candidate_id = (select app.candidate()));
--> statement-breakpoint
create policy asked_by_herself on candidate_requests for insert with check ((select app.role()) = 'candidate' and candidate_id = (select app.candidate()) and state = 'open');
--> statement-breakpoint
create policy taken_back_by_herself on candidate_requests for update using ((select app.role()) = 'candidate' and candidate_id = (select app.candidate()) and state = 'open') with check ((select app.role()) = 'candidate' and candidate_id = (select app.candidate()) and state = 'taken_back');

CREATE TABLE "glass_breaks" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	CONSTRAINT "glass_breaks_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "glass_breaks" ADD CONSTRAINT "glass_breaks_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "glass_breaks_candidate" ON "glass_breaks" USING btree ("org_id","candidate_id","asked_by");--> statement-breakpoint
CREATE INDEX "glass_breaks_asked" ON "glass_breaks" USING btree ("asked_at");
--> statement-breakpoint
alter table glass_breaks enable row level security;
--> statement-breakpoint
alter table glass_breaks force row level security;
--> statement-breakpoint
create policy by_system on glass_breaks using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy seen_by_deciders on glass_breaks for select using ((select app.role()) in ('coordinator', 'admin'));
--> statement-breakpoint
create policy seen_by_own_organisation on glass_breaks for select using ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
-- Whoever asks writes that she asks, and nothing else ever; whoever decides is another one, once.
create policy asked_by_coordinator on glass_breaks for insert with check ((select app.role()) = 'coordinator' and asked_by = (select app.user_id()) and decision is null and decided_by is null and ends_at is null);
--> statement-breakpoint
create policy decided_by_another on glass_breaks for update using ((select app.role()) in ('coordinator', 'admin') and asked_by <> (select app.user_id()) and decision is null) with check (decided_by = (select app.user_id()) and asked_by <> (select app.user_id()) and decision is not null);
--> statement-breakpoint
grant select, insert, update on glass_breaks to passaparola_web;
--> statement-breakpoint
-- One file, for who asked, while somebody else's yes has not run out. The clock is the database's own.
create policy by_broken_glass on candidates for select to passaparola_web using ((select app.role()) = 'coordinator' and exists (select 1 from glass_breaks g where g.org_id = candidates.org_id and g.candidate_id = candidates.id and g.asked_by = (select app.user_id()) and g.decision = 'approved' and g.ends_at > now()));
--> statement-breakpoint
create policy by_broken_glass on candidate_keys for select to passaparola_web using ((select app.role()) = 'coordinator' and exists (select 1 from glass_breaks g where g.org_id = candidate_keys.org_id and g.candidate_id = candidate_keys.candidate_id and g.asked_by = (select app.user_id()) and g.decision = 'approved' and g.ends_at > now()));

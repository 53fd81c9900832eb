CREATE TABLE "erasures" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"why" text NOT NULL,
	"erased_by" uuid,
	"erased_at" timestamp with time zone NOT NULL,
	"consents" integer NOT NULL,
	"cards" integer NOT NULL,
	"placements" integer NOT NULL,
	CONSTRAINT "erasures_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE INDEX "erasures_at" ON "erasures" USING btree ("org_id","erased_at");--> statement-breakpoint
alter table erasures enable row level security;
--> statement-breakpoint
alter table erasures force row level security;
--> statement-breakpoint
create policy by_system on erasures using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy by_own_organisation on erasures using ((select app.role()) = 'case_manager' and org_id = (select app.org())) with check ((select app.role()) = 'case_manager' and org_id = (select app.org()));
--> statement-breakpoint
grant select, insert on erasures to passaparola_web;

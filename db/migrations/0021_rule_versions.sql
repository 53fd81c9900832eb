CREATE TABLE "rule_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_key" text NOT NULL,
	"version" integer NOT NULL,
	"change" jsonb NOT NULL,
	"why" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "own_texts" jsonb;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "worded_by" uuid;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "worded_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "rule_versions_once" ON "rule_versions" USING btree ("rule_key","version");
--> statement-breakpoint
-- The rules of the follow-ups: the network's people read them, coordinators add versions, nobody changes what was one.
alter table rule_versions enable row level security;
--> statement-breakpoint
alter table rule_versions force row level security;
--> statement-breakpoint
create policy by_system on rule_versions using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy by_staff on rule_versions for select using ((select app.is_staff()));
--> statement-breakpoint
create policy by_coordinator on rule_versions for insert with check ((select app.role()) = 'coordinator');
--> statement-breakpoint
grant select, insert on rule_versions to passaparola_web;

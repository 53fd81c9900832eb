CREATE TABLE "interaction_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"firms" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "interactions" ADD COLUMN "import_key" text;--> statement-breakpoint
ALTER TABLE "interaction_imports" ADD CONSTRAINT "interaction_imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_imports" ADD CONSTRAINT "interaction_imports_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interaction_imports_user" ON "interaction_imports" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "interactions_when" ON "interactions" USING btree ("occurred_at");--> statement-breakpoint
CREATE UNIQUE INDEX "interactions_import" ON "interactions" USING btree ("import_key") WHERE "interactions"."import_key" is not null;
--> statement-breakpoint
-- A file that waits is its owner's alone, and nobody else's to read, before it counts; our own processes throw it away after a week.
alter table interaction_imports enable row level security;
--> statement-breakpoint
alter table interaction_imports force row level security;
--> statement-breakpoint
create policy by_system on interaction_imports using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy by_oneself on interaction_imports using ((select app.role()) in ('case_manager', 'coordinator') and user_id = (select app.user_id())) with check ((select app.role()) in ('case_manager', 'coordinator') and user_id = (select app.user_id()) and org_id = (select app.org()));
--> statement-breakpoint
grant select, insert, update, delete on interaction_imports to passaparola_web;

CREATE TABLE "testimonial_uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"testimonial_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"event_id" uuid,
	"used_at" timestamp with time zone NOT NULL,
	"said" text NOT NULL,
	"org_id" uuid NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone NOT NULL,
	"taken_back_at" timestamp with time zone,
	"taken_back_by" uuid
);
--> statement-breakpoint
ALTER TABLE "testimonials" ADD COLUMN "valid_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "testimonial_uses" ADD CONSTRAINT "testimonial_uses_testimonial_id_testimonials_id_fk" FOREIGN KEY ("testimonial_id") REFERENCES "public"."testimonials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonial_uses" ADD CONSTRAINT "testimonial_uses_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "testimonial_uses_testimonial" ON "testimonial_uses" USING btree ("testimonial_id","used_at");--> statement-breakpoint
-- Uses of a company's voice: the network's people note them, a company reads those of its own; nobody deletes one.
alter table testimonial_uses enable row level security;
--> statement-breakpoint
alter table testimonial_uses force row level security;
--> statement-breakpoint
create policy by_system on testimonial_uses using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy by_staff on testimonial_uses for select using ((select app.is_staff()));
--> statement-breakpoint
create policy noted_by_staff on testimonial_uses for insert with check ((select app.role()) in ('case_manager', 'coordinator') and org_id = (select app.org()));
--> statement-breakpoint
create policy taken_back_by_staff on testimonial_uses for update using ((select app.role()) in ('case_manager', 'coordinator')) with check ((select app.role()) in ('case_manager', 'coordinator'));
--> statement-breakpoint
create policy by_own_company on testimonial_uses for select using ((select app.role()) = 'hr_contact' and exists (select 1 from testimonials t where t.id = testimonial_id and t.company_id = (select app.company())));
--> statement-breakpoint
grant select, insert, update on testimonial_uses to passaparola_web;

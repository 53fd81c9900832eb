ALTER TABLE "testimonials" ADD COLUMN "answered_in" uuid;--> statement-breakpoint
ALTER TABLE "testimonials" ADD COLUMN "withdrawn_in" uuid;
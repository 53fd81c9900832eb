DROP INDEX "company_verifications_once";--> statement-breakpoint
ALTER TABLE "company_verifications" ADD COLUMN "superseded_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "company_verifications_standing" ON "company_verifications" USING btree ("company_id","user_id") WHERE "company_verifications"."superseded_at" is null;
ALTER TABLE "match_notices" ADD COLUMN "digest_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "match_notices" DROP COLUMN "digest_on";
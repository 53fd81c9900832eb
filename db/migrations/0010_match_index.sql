CREATE TABLE "match_changes" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"change" bigint GENERATED ALWAYS AS IDENTITY (sequence name "match_changes_change_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_index" (
	"name" text PRIMARY KEY NOT NULL,
	"settings" text NOT NULL,
	"ready" boolean NOT NULL,
	"leased_until" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone NOT NULL
);

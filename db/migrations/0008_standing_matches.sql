CREATE TABLE "match_guidance" (
	"month" date NOT NULL,
	"advice" text NOT NULL,
	"reach" text NOT NULL,
	CONSTRAINT "match_guidance_month_advice_pk" PRIMARY KEY("month","advice")
);
--> statement-breakpoint
CREATE TABLE "match_snapshots" (
	"month" date NOT NULL,
	"side" text NOT NULL,
	"dimension" text NOT NULL,
	"key" text NOT NULL,
	"measure" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "match_snapshots_month_side_dimension_key_measure_pk" PRIMARY KEY("month","side","dimension","key","measure")
);
--> statement-breakpoint
CREATE TABLE "match_notices" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone,
	"digest" boolean DEFAULT true NOT NULL,
	"digest_on" date
);
--> statement-breakpoint
CREATE TABLE "standing_matches" (
	"org_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"hundredths" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "standing_matches_opening_id_org_id_candidate_id_pk" PRIMARY KEY("opening_id","org_id","candidate_id")
);
--> statement-breakpoint
ALTER TABLE "match_notices" ADD CONSTRAINT "match_notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_matches" ADD CONSTRAINT "standing_matches_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_matches" ADD CONSTRAINT "standing_matches_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_matches_candidate" ON "standing_matches" USING btree ("org_id","candidate_id");
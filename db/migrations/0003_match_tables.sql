CREATE TABLE "match_areas" (
	"id" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "match_areas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	CONSTRAINT "match_areas_position" UNIQUE("lat","lng")
);
--> statement-breakpoint
CREATE TABLE "match_codes" (
	"id" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "match_codes_id_seq" INCREMENT BY 1 MINVALUE -32767 MAXVALUE 32767 START WITH -32767 CACHE 1),
	"code" text NOT NULL,
	CONSTRAINT "match_codes_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "match_profiles" (
	"facts" bigint NOT NULL,
	"week_id" integer NOT NULL,
	"min_pay_cents" integer NOT NULL,
	"area_id" smallint NOT NULL,
	"max_km" smallint NOT NULL,
	"waiting_since" smallint NOT NULL,
	"may_work_from" smallint NOT NULL,
	"permit_until" smallint NOT NULL,
	"free_from" smallint NOT NULL,
	"org_id" uuid NOT NULL,
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"codes" smallint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_weeks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "match_weeks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"available" bit(336) NOT NULL,
	"with_childcare" bit(336)
);

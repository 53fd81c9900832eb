CREATE TABLE "taxonomy_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text NOT NULL,
	"progress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"report" jsonb,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "taxonomy_links" (
	"from_code" text NOT NULL,
	"kind" text NOT NULL,
	"to_code" text NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "taxonomy_links_from_code_kind_to_code_pk" PRIMARY KEY("from_code","kind","to_code")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_professions" (
	"code" text PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"esco_uri" text,
	"label_it" text,
	"label_en" text,
	"alt_it" text[] DEFAULT '{}' NOT NULL,
	"alt_en" text[] DEFAULT '{}' NOT NULL,
	"folded_it" text DEFAULT '' NOT NULL,
	"folded_en" text DEFAULT '' NOT NULL,
	"retired_at" timestamp with time zone,
	"isco" text NOT NULL,
	"sector" text
);
--> statement-breakpoint
CREATE TABLE "taxonomy_skills" (
	"code" text PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"esco_uri" text,
	"label_it" text,
	"label_en" text,
	"alt_it" text[] DEFAULT '{}' NOT NULL,
	"alt_en" text[] DEFAULT '{}' NOT NULL,
	"folded_it" text DEFAULT '' NOT NULL,
	"folded_en" text DEFAULT '' NOT NULL,
	"retired_at" timestamp with time zone,
	"group_code" text
);
--> statement-breakpoint
CREATE TABLE "taxonomy_staged_concepts" (
	"pillar" text NOT NULL,
	"locale" text NOT NULL,
	"code" text NOT NULL,
	"uri" text NOT NULL,
	"label" text NOT NULL,
	"alt" text[] NOT NULL,
	"folded" text NOT NULL,
	"isco" text,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "taxonomy_staged_concepts_pillar_locale_code_pk" PRIMARY KEY("pillar","locale","code")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_staged_links" (
	"from_code" text NOT NULL,
	"kind" text NOT NULL,
	"to_code" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "taxonomy_staged_links_from_code_kind_to_code_pk" PRIMARY KEY("from_code","kind","to_code")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_state" (
	"name" text PRIMARY KEY NOT NULL,
	"version" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "taxonomy_professions_esco" ON "taxonomy_professions" USING btree ("esco_uri");--> statement-breakpoint
CREATE INDEX "taxonomy_professions_isco" ON "taxonomy_professions" USING btree ("isco");--> statement-breakpoint
CREATE UNIQUE INDEX "taxonomy_skills_esco" ON "taxonomy_skills" USING btree ("esco_uri");--> statement-breakpoint
-- The words of work are no secret, but only who works with them looks them up; only our own processes write them.
do $$
declare t text;
begin
  foreach t in array array['taxonomy_skills', 'taxonomy_professions', 'taxonomy_links', 'taxonomy_state', 'taxonomy_imports', 'taxonomy_staged_concepts', 'taxonomy_staged_links'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
    execute format('grant select, insert, update, delete on public.%I to passaparola_web', t);
  end loop;
  foreach t in array array['taxonomy_skills', 'taxonomy_professions', 'taxonomy_links'] loop
    execute format('create policy by_signed_in on public.%I for select using ((select app.is_staff()) or (select app.role()) = ''hr_contact'')', t);
  end loop;
end $$;

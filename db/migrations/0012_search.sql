CREATE TABLE "search_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"scopes" text[] NOT NULL,
	"company_id" uuid,
	"title" text NOT NULL,
	"title_en" text,
	"company_name" text,
	"place_code" text,
	"state" text,
	"slug" text,
	"day" date,
	"fingerprint" text
);
--> statement-breakpoint
CREATE TABLE "search_postings" (
	"scope" text collate "C" NOT NULL,
	"word" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"weight" real NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_spellings" (
	"scope" text collate "C" NOT NULL,
	"spelling" text collate "C" NOT NULL,
	"word" text collate "C" NOT NULL,
	CONSTRAINT "search_spellings_scope_spelling_word_pk" PRIMARY KEY("scope","spelling","word")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"scope" text collate "C" NOT NULL,
	"word" text collate "C" NOT NULL,
	"stem" text collate "C" NOT NULL,
	CONSTRAINT "search_words_scope_word_stem_pk" PRIMARY KEY("scope","word","stem")
);
--> statement-breakpoint
ALTER TABLE "search_postings" ADD CONSTRAINT "search_postings_entry_id_search_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."search_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_postings_word" ON "search_postings" USING btree ("scope","word","kind","entry_id","weight");--> statement-breakpoint
CREATE INDEX "search_postings_entry" ON "search_postings" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "search_words_stem" ON "search_words" USING btree ("scope","stem");--> statement-breakpoint
-- The scopes in which the actor searches; app/domain/search/scopes.ts says the same.
create function app.search_scopes() returns text[] language sql stable as $$
  select case app.role()
    when 'case_manager' then array['everyone', 'signed_in', 'network']
    when 'coordinator' then array['everyone', 'signed_in', 'network']
    when 'admin' then array['everyone', 'signed_in']
    when 'hr_contact' then array['everyone', 'signed_in', 'company:' || app.company()]
    else array['everyone'] end
$$;
--> statement-breakpoint
grant execute on function app.search_scopes() to passaparola_web;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['search_entries', 'search_postings', 'search_words', 'search_spellings'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
    execute format('grant select, insert, delete on public.%I to passaparola_web', t);
  end loop;
  foreach t in array array['search_postings', 'search_words', 'search_spellings'] loop
    execute format('create policy found on public.%I for select using (scope = any((select app.search_scopes())::text[]))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy found on search_entries for select using (scopes && (select app.search_scopes()));
--> statement-breakpoint
-- Whoever changes an opening, a company or a story writes its entry anew, also where she does not find it by searching.
create policy for_indexing on search_entries for select using ((select app.purpose()) = 'indexing' and ((select app.is_staff()) or company_id = (select app.company())));
--> statement-breakpoint
create policy remove_own on search_entries for delete using (company_id is not null and ((select app.is_staff()) or ((select app.role()) = 'hr_contact' and company_id = (select app.company()))));
--> statement-breakpoint
create policy write_own on search_entries for insert with check (company_id is not null and ((select app.is_staff()) or ((select app.role()) = 'hr_contact' and company_id = (select app.company()))));
--> statement-breakpoint
create policy write_own on search_postings for insert with check ((select app.purpose()) = 'indexing' and exists (select 1 from search_entries e where e.id = entry_id and e.company_id is not null and ((select app.is_staff()) or ((select app.role()) = 'hr_contact' and e.company_id = (select app.company())))));
--> statement-breakpoint
create policy write_words on search_words for insert with check ((select app.purpose()) = 'indexing' and ((select app.is_staff()) or (select app.role()) = 'hr_contact'));
--> statement-breakpoint
create policy write_words on search_spellings for insert with check ((select app.purpose()) = 'indexing' and ((select app.is_staff()) or (select app.role()) = 'hr_contact'));

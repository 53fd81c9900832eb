-- People of a company whom somebody must avoid (privacy.md, Safety exclusions) are found however their names are written: without
-- accents and signs, in small letters, each word once, in one order.
create function app.person_key(name text) returns text language sql immutable strict parallel safe return (
  select coalesce(string_agg(word, ' ' order by word collate "C"), '') from (
    select distinct word from regexp_split_to_table(
      translate(
        lower(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]', '', 'g')),
        'łđøıŁĐØ', 'ldoildo'),
      '[[:space:][:punct:]‘’ʼ´–—]+') as word
    where word <> '') as words);
--> statement-breakpoint
-- The letters of a name, in one order: El Amrani and Elamrani are one.
create function app.letters_of(key text) returns text language sql immutable strict parallel safe return (
  select string_agg(letter, '' order by letter collate "C") from regexp_split_to_table(replace(key, ' ', ''), '') as letter);
--> statement-breakpoint
-- All words of the one, two at least, are among those of the other, either way; or they are the same letters.
create function app.is_name_of(one text, other text) returns boolean language sql immutable strict parallel safe return
  (one like '% %' and string_to_array(one, ' ') <@ string_to_array(other, ' '))
  or (other like '% %' and string_to_array(other, ' ') <@ string_to_array(one, ' '))
  or app.letters_of(one) = app.letters_of(other);
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;
--> statement-breakpoint
CREATE TABLE "company_people" (
	"company_id" uuid NOT NULL,
	"name_key" text NOT NULL,
	CONSTRAINT "company_people_company_id_name_key_pk" PRIMARY KEY("company_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "company_people" ADD CONSTRAINT "company_people_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "candidate_exclusions" ADD COLUMN "shown" text;
--> statement-breakpoint
alter table company_people enable row level security;
--> statement-breakpoint
alter table company_people force row level security;
--> statement-breakpoint
create policy by_system on company_people using ((select app.is_system())) with check ((select app.is_system()));
--> statement-breakpoint
create policy by_staff on company_people for select using ((select app.is_staff()));
--> statement-breakpoint
create policy written_by_staff on company_people for insert with check ((select app.is_staff()));
--> statement-breakpoint
grant select, insert on company_people to passaparola_web;
--> statement-breakpoint
-- Whoever was ever a contact of a company counts as one of its people: a contact whose name is changed, or who leaves with a merge
-- that is taken back, leaves her name behind. Who asks to enter a company's area is none until she is let in.
create function app.keep_company_people() returns trigger language plpgsql as $$
begin
  insert into public.company_people (company_id, name_key) values (new.company_id, app.person_key(new.name))
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger keep_company_people after insert or update of name, company_id, active on contacts
  for each row when (new.active) execute function app.keep_company_people();
--> statement-breakpoint
insert into company_people (company_id, name_key) select distinct company_id, app.person_key(name) from contacts;
--> statement-breakpoint
create or replace function app.drop_avoided() returns trigger language plpgsql as $$
begin
  delete from public.standing_matches s using public.openings o, public.companies c
    where s.org_id = new.org_id and s.candidate_id = new.candidate_id and o.id = s.opening_id and c.id = o.company_id
      and case new.kind when 'company' then new.value = c.id::text when 'vat' then new.value = c.vat_id
        when 'town' then new.value = o.place_code
        when 'person' then exists (select from public.company_people t where t.company_id = c.id
          and app.is_name_of(new.value, t.name_key)) end;
  return null;
end $$;

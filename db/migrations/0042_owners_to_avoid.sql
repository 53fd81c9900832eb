-- Owners whom somebody must avoid (privacy.md, Safety exclusions) are found however their names are written: without accents and
-- signs, in small letters, each word once, in one order.
create function app.person_key(name text) returns text language sql immutable strict parallel safe return (
  select coalesce(string_agg(word, ' ' order by word collate "C"), '') from (
    select distinct word from regexp_split_to_table(
      lower(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]', '', 'g')), '[[:space:][:punct:]‘’ʼ´–—]+') as word
    where word <> '') as words);
--> statement-breakpoint
-- All words of the one are among those of the other: who is avoided under two names may be written down with three.
create function app.is_name_of(name text, owner text) returns boolean language sql immutable strict parallel safe
  return string_to_array(name, ' ') <@ string_to_array(owner, ' ');
--> statement-breakpoint
grant execute on all functions in schema app to passaparola_web;
--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "name_key" text GENERATED ALWAYS AS (app.person_key(name)) STORED NOT NULL;
--> statement-breakpoint
create or replace function app.drop_avoided() returns trigger language plpgsql as $$
begin
  delete from public.standing_matches s using public.openings o, public.companies c
    where s.org_id = new.org_id and s.candidate_id = new.candidate_id and o.id = s.opening_id and c.id = o.company_id
      and case new.kind when 'company' then new.value = c.id::text when 'vat' then new.value = c.vat_id
        when 'town' then new.value = o.place_code
        when 'owner' then exists (select from public.contacts t where t.company_id = c.id and t.role = 'owner'
          and app.is_name_of(new.value, t.name_key)) end;
  return null;
end $$;

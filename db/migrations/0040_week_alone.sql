-- A week that is saved alone, as most are, writes its number alone. Whatever else of the profile differs, columns yet to come
-- among it, the whole row is derived anew; so it is where there was none.
create or replace function app.keep_match_profile() returns trigger language plpgsql as $$
declare
  row public.match_profiles;
  who public.profiles := coalesce(new, old);
  besides public.profiles := new;
  kept boolean := false;
begin
  if tg_op = 'DELETE' or not new.matchable then
    delete from public.match_profiles where candidate_id = who.candidate_id;
  else
    if tg_op = 'UPDATE' then
      besides.available := old.available;
      besides.with_childcare := old.with_childcare;
      besides.slots := old.slots;
      besides.updated_at := old.updated_at;
      if besides is not distinct from old then
        update public.match_profiles set week_id = app.week_id(new.available, new.with_childcare)
          where candidate_id = new.candidate_id;
        kept := found;
      end if;
    end if;
    if not kept then
      row := app.match_row(new);
      insert into public.match_profiles as m select row.*
      on conflict (candidate_id) do update set
        facts = excluded.facts, week_id = excluded.week_id, min_pay_cents = excluded.min_pay_cents, area_id = excluded.area_id,
        max_km = excluded.max_km, waiting_since = excluded.waiting_since, may_work_from = excluded.may_work_from,
        permit_until = excluded.permit_until, free_from = excluded.free_from, org_id = excluded.org_id, codes = excluded.codes;
    end if;
  end if;
  if exists (select from public.match_index) then
    insert into public.match_changes (org_id, candidate_id, changed_at) values (who.org_id, who.candidate_id, clock_timestamp())
    on conflict (candidate_id) do update set change = default, changed_at = least(match_changes.changed_at, excluded.changed_at);
  end if;
  return null;
end $$;

-- In PL/pgSQL the function is not spelt out in every plan: planning a search takes half the time.
create or replace function app.search_scopes() returns text[] language plpgsql stable as $$
begin
  return case app.role()
    when 'case_manager' then array['everyone', 'signed_in', 'network']
    when 'coordinator' then array['everyone', 'signed_in', 'network']
    when 'admin' then array['everyone', 'signed_in']
    when 'hr_contact' then array['everyone', 'signed_in', 'company:' || app.company()]
    else array['everyone'] end;
end $$;

-- A scan may use a second core only if nothing in it forbids that; these read settings, which parallel workers are given.
do $$
declare f text;
begin
  foreach f in array array['role', 'user_id', 'org', 'company', 'card', 'purpose', 'is_system', 'is_staff'] loop
    execute format('alter function app.%I() parallel safe', f);
  end loop;
end $$;

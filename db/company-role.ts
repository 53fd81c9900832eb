import type postgres from 'postgres'

/** Of these the companies' side reads what an invitation says and no more: not who in the network holds an event, nor its notes. */
const READ_IN_PART = {
  events: ['id', 'kind', 'title', 'purpose', 'place', 'starts_at', 'ends_at', 'called_off_at'],
  event_invitations: ['id', 'event_id', 'company_id', 'answer', 'answered_at'],
  event_organisations: [],
}

/**
 * Gives the role of the companies' side what the web role has, but nothing on a table that names a person: `candidates` and
 * every table with a `candidate_id`; and of the tables of events some columns to read. It is done after each migration, so that a new table is on its side of the wall from
 * its first day.
 */
export async function grantToCompanyRole(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare one record;
    begin
      grant usage on schema public, app to passaparola_company;
      grant execute on all functions in schema app to passaparola_company;
      for one in
        select c.oid::regclass as name,
          c.relname = 'candidates' or exists (
            select from pg_attribute a
            where a.attrelid = c.oid and a.attname = 'candidate_id' and not a.attisdropped) as of_person,
          (select string_agg(privilege, ', ')
            from unnest(array['select', 'insert', 'update', 'delete']) privilege
            where has_table_privilege('passaparola_web', c.oid, privilege)) as of_web
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p')
      loop
        execute format('revoke all on %s from passaparola_company', one.name);
        if not one.of_person and one.of_web is not null then
          execute format('grant %s on %s to passaparola_company', one.of_web, one.name);
        end if;
      end loop;
    end $$`)
  for (const [table, columns] of Object.entries(READ_IN_PART)) {
    await sql`revoke all on ${sql(table)} from passaparola_company`
    if (columns.length > 0) await sql`grant select (${sql(columns)}) on ${sql(table)} to passaparola_company`
  }
}

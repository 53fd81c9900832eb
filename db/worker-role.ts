import type postgres from 'postgres'

/** How somebody gets in is between her and the web: the worker makes links and sweeps out what has ended, and reads none of it. */
const OF_SIGNING_IN = [
  'login_tokens',
  'passkeys',
  'rate_limits',
  'recovery_codes',
  'sessions',
  'spent_challenges',
] as const

/** What of an account proves who somebody is. */
const SECRETS_OF_USERS = ['password_hash', 'totp_secret', 'totp_last_step'] as const

/** What the worker does in those tables all the same: to delete what has ended it must see when it ends. */
const ALL_THE_SAME = `
  grant delete, select (expires_at) on sessions, spent_challenges to passaparola_worker;
  grant insert, delete, select (expires_at) on login_tokens to passaparola_worker;
  grant delete, select (expire) on rate_limits to passaparola_worker;`

/** What nobody else does. */
const ALONE = `
  grant delete on audit_log to passaparola_worker;
  grant insert, update on audit_checkpoints, effects to passaparola_worker;
  grant insert, update, delete on heartbeats to passaparola_worker;`

const listed = (names: readonly string[]): string => `array[${names.map((name) => `'${name}'`).join(', ')}]`

/**
 * Gives the worker's login what the web's has, but for what people sign in with, and what it alone does. It is done after each
 * migration, so that a new table has its grants from its first day.
 */
export async function grantToWorkerRole(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare one record;
    begin
      grant usage on schema public, app to passaparola_worker;
      grant execute on all functions in schema app to passaparola_worker;
      for one in
        select c.oid::regclass as name,
          case when c.relname = 'users' then (
            select format('select (%1$s), update (%1$s), insert', string_agg(quote_ident(a.attname), ', '))
            from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attname <> all (${listed(SECRETS_OF_USERS)}))
          else (
            select string_agg(privilege, ', ')
            from unnest(array['select', 'insert', 'update', 'delete']) privilege
            where has_table_privilege('passaparola_web', c.oid, privilege)
              and c.relname <> all (${listed(OF_SIGNING_IN)})) end as rights
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p')
      loop
        execute format('revoke all on %s from passaparola_worker', one.name);
        if one.rights is not null then
          execute format('grant %s on %s to passaparola_worker', one.rights, one.name);
        end if;
      end loop;
      ${ALL_THE_SAME}
      ${ALONE}
    end $$`)
}

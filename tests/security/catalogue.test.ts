import { sql, type SQL } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { columnClasses } from '#app/domain/disclosure/column-classes.ts'
import { COMPANY_ROLE } from '#app/domain/shared/with-actor.server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

/** Of a card the company sees what stands on it; who is behind it stands elsewhere. */
const OF_THE_CARD = ['cards', 'card_attributes']
const personTables = Object.keys(columnClasses).filter((table) => !OF_THE_CARD.includes(table))
/** Of an event a company reads what its invitation says: see `column-grants`. */
const READ_IN_PART = ['events', 'event_invitations', 'event_organisations']
const RIGHTS = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']

const names = (query: SQL): Promise<string[]> =>
  db.asSystem(async (tx) => (await tx.execute<{ name: string }>(query)).map(({ name }) => name))

/** The engine's own rows, which it reads for the whole network at once: a person's random id, or an opening, comes first. */
const KEYED_OTHERWISE = [
  'match_changes.match_changes_pkey',
  'match_profiles.match_profiles_pkey',
  'standing_matches.standing_matches_opening_id_org_id_candidate_id_pk',
]

describe('the catalogue', () => {
  test('every table has row security, forced', async () => {
    const tables = sql`from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')`
    expect((await names(sql`select c.relname as name ${tables}`)).length).toBeGreaterThan(25)
    expect(
      await names(
        sql`select c.relname as name ${tables} and not (c.relrowsecurity and c.relforcerowsecurity)`,
      ),
    ).toEqual([])
  })

  test('every table has a policy, and each policy says something of the actor or is one of the known few', async () => {
    const open = await names(sql`select tablename || '.' || policyname as name from pg_policies
      where schemaname = 'public' and coalesce(qual, 'true') = 'true' and coalesce(with_check, 'true') = 'true'
      order by 1`)
    expect(open).toEqual([
      'audit_heads.by_chain',
      'idempotency_keys.by_anyone',
      'match_index.by_anyone',
      'outbox.leave_one',
    ])
  })

  test('the web role owns nothing, bypasses nothing and belongs to nobody who does', async () => {
    expect(await names(sql`select current_user::text as name`)).toEqual(['passaparola_web'])
    expect(
      await names(sql`select rolname as name from pg_roles
        where (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) and pg_has_role(current_user, oid, 'member')`),
    ).toEqual([])
    expect(
      await names(sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'app') and pg_has_role(current_user, c.relowner, 'member')`),
    ).toEqual([])
  })

  test('no view sees more than its reader, nothing is materialised, no function runs as its owner', async () => {
    const relations = sql`from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'app')`
    expect(
      await names(sql`select c.relname as name ${relations} and c.relkind = 'v'
        and not coalesce(c.reloptions @> array['security_invoker=true'], false)`),
    ).toEqual([])
    expect(await names(sql`select c.relname as name ${relations} and c.relkind = 'm'`)).toEqual([])
    expect(
      await names(sql`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('public', 'app') and p.prosecdef`),
    ).toEqual([])
  })

  test('nothing but tables, indexes and sequences stands beside them, and no rule rewrites a query', async () => {
    expect(
      await names(sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'app') and c.relkind not in ('r', 'i', 'S')`),
    ).toEqual([])
    expect(
      await names(sql`select rulename as name from pg_rules where schemaname in ('public', 'app')`),
    ).toEqual([])
  })

  test('every function finds its names where its author left them, in SQL or PL/pgSQL', async () => {
    // Another language would run what the database server can; a search path of its own would hide a change of one.
    expect(
      await names(sql`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        join pg_language l on l.oid = p.prolang
        where n.nspname = 'app' and l.lanname not in ('sql', 'plpgsql')`),
    ).toEqual([])
    expect(
      await names(sql`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and not exists (
          select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`),
    ).toEqual([])
  })

  test('a key between tables of persons names the organisation first', async () => {
    expect(
      await names(sql`select conrelid::regclass || '.' || conname as name from pg_constraint
        where contype in ('f', 'p') and conrelid::regclass::text in ${personTables}
          and (contype = 'p' or confrelid::regclass::text in ${personTables})
          and not exists (select from pg_attribute a
            where a.attrelid = conrelid and a.attnum = conkey[1] and a.attname = 'org_id') order by 1`),
    ).toEqual(KEYED_OTHERWISE)
  })
})

describe('grants', () => {
  test('nobody but the owner, the two logins and the companies’ role has any', async () => {
    const grantees = sql`select distinct coalesce(nullif(g.grantee, 0)::regrole::text, 'public') as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname in ('public', 'app') and g.grantee <> c.relowner order by 1`
    expect(await names(grantees)).toEqual(['passaparola_company', 'passaparola_web', 'passaparola_worker'])
    expect(
      await names(sql`select nspname as name from pg_namespace where nspname in ('public', 'app')
        and exists (select from unnest(array['passaparola_web', 'passaparola_worker', 'passaparola_company']) r
          where has_schema_privilege(r, oid, 'create'))`),
    ).toEqual([])
  })

  test('none empties a table, puts a trigger on it or points a key at it', async () => {
    for (const right of ['truncate', 'references', 'trigger'])
      expect(
        await names(sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r' and (has_table_privilege('passaparola_web', c.oid, ${right})
            or has_table_privilege('passaparola_worker', c.oid, ${right}))`),
      ).toEqual([])
  })

  test('what was done stays: nobody changes or deletes what is only added to', async () => {
    const kept = async (right: string) =>
      names(sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and not has_table_privilege('passaparola_web', c.oid, ${right})
        order by 1`)
    expect(await kept('update')).toEqual(
      expect.arrayContaining(['audit_log', 'consents', 'disclosures', 'erasures', 'rule_versions']),
    )
    expect(await kept('delete')).toEqual(
      expect.arrayContaining(['audit_heads', 'cards', 'companies', 'outbox', 'trust_events', 'users']),
    )
  })
})

describe('the worker’s login', () => {
  const WORKER = 'passaparola_worker'

  /** `table right` for what one of the two logins may do with a whole table and the other may not. */
  const onlyOf = (one: string, other: string) =>
    names(sql`select c.relname || ' ' || r as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(${`{${RIGHTS.join(',')}}`}::text[]) r
      where n.nspname = 'public' and c.relkind = 'r'
        and has_table_privilege(${one}, c.oid, r) and not has_table_privilege(${other}, c.oid, r)
      order by 1`)

  test('owns nothing here, bypasses nothing and has by no other role what it has not itself', async () => {
    expect(
      await names(sql`select rolname as name from pg_roles where pg_has_role(${WORKER}, oid, 'usage')
        and (rolname <> ${WORKER} or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`),
    ).toEqual([])
    expect(
      await names(sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'app') and c.relowner = ${WORKER}::regrole`),
    ).toEqual([])
  })

  test('alone ends the audit’s oldest entries, claims effects and says that it is alive', async () => {
    expect(await onlyOf(WORKER, 'passaparola_web')).toEqual([
      'audit_checkpoints insert',
      'audit_checkpoints update',
      'audit_log delete',
      'effects insert',
      'effects update',
      'heartbeats delete',
      'heartbeats insert',
      'heartbeats update',
    ])
  })

  test('has everything else that the web has, but for what people sign in with', async () => {
    expect(await onlyOf('passaparola_web', WORKER)).toEqual([
      ...['login_tokens select', 'login_tokens update'],
      ...['passkeys delete', 'passkeys insert', 'passkeys select', 'passkeys update'],
      ...['rate_limits insert', 'rate_limits select', 'rate_limits update'],
      ...['recovery_codes delete', 'recovery_codes insert', 'recovery_codes select', 'recovery_codes update'],
      ...['sessions insert', 'sessions select', 'sessions update'],
      ...['spent_challenges insert', 'spent_challenges select'],
      ...['users select', 'users update'],
    ])
  })

  test('reads of those only when they end, and of an account nothing that proves who somebody is', async () => {
    const readable = await names(sql`select c.relname || '.' || a.attname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.oid = any (${'{login_tokens,passkeys,rate_limits,recovery_codes,sessions,spent_challenges,users}'}::regclass[])
        and (has_column_privilege(${WORKER}, c.oid, a.attnum, 'select') or has_column_privilege(${WORKER}, c.oid, a.attnum, 'update'))
      order by 1`)
    expect(readable.filter((column) => !column.startsWith('users.'))).toEqual([
      'login_tokens.expires_at',
      'rate_limits.expire',
      'sessions.expires_at',
      'spent_challenges.expires_at',
    ])
    expect(readable).toContain('users.email')
    expect(readable.filter((column) => /password|totp/.test(column))).toEqual([])
  })

  test('alone gets into the queue', async () => {
    const schema = sql`from pg_namespace where nspname = 'bullmq'`
    expect(await names(sql`select nspowner::regrole::text as name ${schema}`)).toEqual([WORKER])
    expect(
      await names(sql`select r as name from unnest(array['usage', 'create']) r, pg_namespace
        where nspname = 'bullmq' and has_schema_privilege('passaparola_web', oid, r)`),
    ).toEqual([])
  })
})

describe('the companies’ side', () => {
  test('has a role that can’t log in, owns nothing and is nobody else', async () => {
    expect(
      await names(sql`select rolname as name from pg_roles
        where rolname = ${COMPANY_ROLE} and not (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`),
    ).toEqual([COMPANY_ROLE])
    expect(
      await names(sql`select rolname as name from pg_roles
        where pg_has_role(${COMPANY_ROLE}, oid, 'member') and rolname <> ${COMPANY_ROLE}`),
    ).toEqual([])
    expect(
      await names(sql`select relname as name from pg_class where relowner = ${COMPANY_ROLE}::regrole`),
    ).toEqual([])
  })

  test('has no right of any kind on a table about persons, nor on a column of it', async () => {
    expect(personTables).toContain('proposals')
    for (const table of personTables) {
      const granted = await names(sql`select r as name from unnest(${`{${RIGHTS.join(',')}}`}::text[]) r
        where has_table_privilege(${COMPANY_ROLE}, ${`public.${table}`}::regclass, r)
          or (r in ('select', 'insert', 'update', 'references')
            and has_any_column_privilege(${COMPANY_ROLE}, ${`public.${table}`}::regclass, r))`)
      expect([table, granted]).toEqual([table, []])
    }
  })

  test('has everywhere else what the web has, and nothing more', async () => {
    expect(
      await names(sql`select c.relname || ' ' || r as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['select', 'insert', 'update', 'delete']) r
        where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ${[...personTables, ...READ_IN_PART]}
          and has_table_privilege(${COMPANY_ROLE}, c.oid, r) <> has_table_privilege('passaparola_web', c.oid, r)`),
    ).toEqual([])
  })

  test('meets no policy that looks into such a table', async () => {
    expect(
      await names(sql`select distinct polrelid::regclass || '.' || polname as name
        from pg_policy p join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid
        where d.refclassid = 'pg_class'::regclass and d.refobjid <> p.polrelid
          and d.refobjid::regclass::text in ${personTables}
          and polrelid::regclass::text not in ${personTables}
          and (polroles = '{0}' or ${COMPANY_ROLE}::regrole = any(polroles))`),
    ).toEqual([])
  })
})

import { sql, type SQL } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { COMPANY_ROLE } from '#app/domain/shared/with-actor.server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const names = (query: SQL): Promise<string[]> =>
  db.asSystem(async (tx) => (await tx.execute<{ name: string }>(query)).map(({ name }) => name))

const of = (role: string, right: string, table: string, columns: string[]): string[] =>
  columns.map((column) => `passaparola_${role}: ${right} ${table}.${column}`)

/** Everything of an account but what opens it. */
const ACCOUNT = [
  ...['active', 'company_id', 'contact_id', 'created_at', 'demo', 'email', 'id', 'locale', 'name', 'org_id'],
  'role',
]

test('rights on single columns are these and no others', async () => {
  expect(
    await names(sql`select grantee::regrole || ': ' || lower(privilege_type) || ' ' || relname || '.' || attname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl)
      where n.nspname = 'public' order by 1`),
  ).toEqual([
    ...of('company', 'select', 'event_invitations', [
      'answer',
      'answered_at',
      'company_id',
      'event_id',
      'id',
    ]),
    ...of('company', 'select', 'events', [
      ...['called_off_at', 'ends_at', 'id', 'kind', 'place', 'purpose', 'starts_at', 'title'],
    ]),
    ...of('web', 'update', 'glass_breaks', ['decided_at', 'decided_by', 'decision', 'ends_at']),
    ...of('web', 'update', 'opening_questions', ['company_id']),
    ...of('web', 'update', 'stage_changes', ['company_id']),
    ...of('worker', 'select', 'login_tokens', ['expires_at']),
    ...of('worker', 'select', 'rate_limits', ['expire']),
    ...of('worker', 'select', 'sessions', ['expires_at']),
    ...of('worker', 'select', 'spent_challenges', ['expires_at']),
    ...of('worker', 'select', 'users', ACCOUNT),
    ...of('worker', 'update', 'users', ACCOUNT),
  ])
})

test('what the companies’ side reads in part it has no right on as a whole', async () => {
  const rights = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']
  expect(
    await names(sql`select t || ' ' || r as name
      from unnest(array['events', 'event_invitations', 'event_organisations']) t, unnest(${`{${rights.join(',')}}`}::text[]) r
      where has_table_privilege(${COMPANY_ROLE}, ('public.' || t)::regclass, r)`),
  ).toEqual([])
})

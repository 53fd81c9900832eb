import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit } from '#app/domain/audit/record.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { withConnection } from '../../../scripts/postgres-roles.mjs'

const db = useTestDatabase()
let anna: StaffActor

beforeAll(async () => {
  anna = await aStaff()
  await withActor(anna, (tx) => audit(tx, { action: 'candidate.read', subjectType: 'candidate' }))
})

const CHANGES = [
  `update audit_log set action = 'x'`,
  'delete from audit_log',
  'truncate audit_log',
  'delete from audit_heads',
  'truncate audit_heads',
  `update audit_heads set hash = repeat('a', 64)`,
  'update audit_heads set seq = seq - 1',
  'update audit_heads set seq = seq + 1, before = hash',
  `insert into audit_heads (org_id, seq, hash) values (gen_random_uuid(), 7, repeat('a', 64))`,
]

describe('entries and heads', () => {
  test.each(CHANGES)('are not for the web role to change: %s', async (statement) => {
    const changed = db.asSystem((tx) => tx.execute(sql.raw(statement)))
    await expect(changed).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test.each(CHANGES)('nor for the owner of the tables: %s', async (statement) => {
    await withConnection(db.urls().ownerUrl, async (owner) => {
      await owner.unsafe(`select set_config('app.role', 'system', false)`)
      await expect(owner.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
    })
  })

  test('say who wrote them: nobody writes in another’s name', async () => {
    const entry = { orgId: anna.orgId, seq: 0, id: newId<string>(), at: now(), prevHash: '', hash: '' }
    const act = { action: 'candidate.read', subjectType: 'candidate', result: 'ok' as const }
    const bruno = await aStaff('case_manager', anna.orgId)
    const write = (as: { actorId: typeof anna.userId; actorRole: string }) =>
      withActor(anna, (tx) => tx.insert(auditLog).values({ ...entry, ...act, ...as, id: newId() }))
    await expect(write({ actorId: bruno.userId, actorRole: 'case_manager' })).rejects.toThrow()
    await expect(write({ actorId: anna.userId, actorRole: 'admin' })).rejects.toThrow()
    await write({ actorId: anna.userId, actorRole: 'case_manager' })
  })

  test('are read by their own organisation’s case managers alone', async () => {
    const seenBy = async (actor: StaffActor) => withActor(actor, (tx) => tx.$count(auditLog))
    expect(await seenBy(anna)).toBeGreaterThan(0)
    for (const actor of [
      await aStaff(),
      await aStaff('coordinator', anna.orgId),
      await aStaff('admin', anna.orgId),
    ])
      expect(await seenBy(actor)).toBe(0)
  })
})

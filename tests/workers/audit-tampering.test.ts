import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { audit } from '#app/domain/audit/record.server.ts'
import { checkChains } from '#app/domain/watch/check-chains.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { tamper } from '#tests/support/tampering.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { anchorOnce } from '#workers/audit.ts'

const db = useTestDatabase({ as: 'worker' })
const verify = () => db.asSystem(checkChains)
const anchor = () => anchorOnce(new Map())

let anna: StaffActor
let bruno: StaffActor

/** Writes entries, each in a transaction of its own. */
async function write(actor: StaffActor, count: number): Promise<void> {
  for (let made = 0; made < count; made++) {
    const entry = { action: 'candidate.read', subjectType: 'candidate', subjectId: newId<string>() }
    await withActor(actor, (tx) => audit(tx, entry))
  }
}

const COPY = `
  drop table if exists log_then, heads_then;
  create table log_then as table audit_log;
  create table heads_then as table audit_heads;`
const PUT_BACK = `
  delete from audit_log; insert into audit_log select * from log_then;
  delete from audit_heads; insert into audit_heads select * from heads_then;`

/** What a trigger of the database would have written: the hash over what now stands there. */
const REHASH = `hash = encode(sha256(convert_to(prev_hash || jsonb_build_array(org_id, seq, id, extract(epoch from at), actor_id,
  actor_role, action, subject_type, subject_id, result)::text, 'UTF8')), 'hex')`

beforeAll(async () => {
  anna = await aStaff()
  bruno = await aStaff()
  await write(anna, 12)
  await write(bruno, 5)
  await anchor()
  await tamper(db.urls().webUrl, (sql) =>
    sql.unsafe(`${COPY} create table first_log as table log_then;
    create table first_heads as table heads_then;`),
  )
})

/** Every test begins with the same whole chains of 12 and 5 entries, anchored. */
beforeEach(async () => {
  await tamper(db.urls().webUrl, (sql) =>
    sql.unsafe(PUT_BACK.replaceAll('log_then', 'first_log').replaceAll('heads_then', 'first_heads')),
  )
  await rm(env().AUDIT_ANCHORS, { force: true })
  await anchor()
})
afterAll(() => rm(env().AUDIT_ANCHORS, { force: true }))

describe('a register that nobody touched', () => {
  test('is whole, and counts its entries and organisations', async () => {
    expect(await verify()).toMatchObject({ entries: 17, organisations: 2, broken: null })
  })

  test('stays whole while it grows after an anchor', async () => {
    await write(anna, 3)
    await anchor()
    expect(await verify()).toMatchObject({ entries: 20, broken: null })
  })
})

describe('somebody who has the database in hand is found out', () => {
  const cases: [what: string, statements: string, kind: string, seq: number][] = [
    [
      'changing who did it',
      `update audit_log set actor_id = gen_random_uuid() where org_id = $ORG and seq = 4`,
      'changed',
      4,
    ],
    [
      'changing when it was',
      `update audit_log set at = at - interval '1 microsecond' where org_id = $ORG and seq = 4`,
      'changed',
      4,
    ],
    [
      'changing what it says and its hash',
      `update audit_log set action = 'candidate.proposed' where org_id = $ORG and seq = 4;
      update audit_log set ${REHASH} where org_id = $ORG and seq = 4`,
      'unlinked',
      5,
    ],
    ['taking one out', `delete from audit_log where org_id = $ORG and seq = 6`, 'missing', 6],
    ['taking the first one out', `delete from audit_log where org_id = $ORG and seq = 1`, 'missing', 1],
    [
      'taking one out and closing the gap',
      `delete from audit_log where org_id = $ORG and seq = 6;
      update audit_log set seq = -seq where org_id = $ORG and seq > 6;
      update audit_log set seq = -seq - 1 where org_id = $ORG and seq < 0`,
      'changed',
      6,
    ],
    [
      'exchanging two',
      `update audit_log set seq = case seq when 3 then -4 else -3 end where org_id = $ORG and seq in (3, 4);
      update audit_log set seq = -seq where org_id = $ORG and seq < 0`,
      'changed',
      3,
    ],
    [
      'exchanging two, with hashes that are right',
      `update audit_log set seq = case seq when 3 then -4 else -3 end where org_id = $ORG and seq in (3, 4);
      update audit_log set seq = -seq where org_id = $ORG and seq < 0;
      update audit_log set ${REHASH} where org_id = $ORG and seq in (3, 4)`,
      'unlinked',
      3,
    ],
    ['cutting off the end', `delete from audit_log where org_id = $ORG and seq > 9`, 'tail_missing', 10],
    [
      'cutting off the end and moving the head',
      `delete from audit_log where org_id = $ORG and seq > 9;
      update audit_heads h set seq = 9, hash = (select hash from audit_log l where l.org_id = h.org_id and l.seq = 9) where org_id = $ORG`,
      'tail_missing',
      10,
    ],
    [
      'removing everything of an organisation',
      `delete from audit_log where org_id = $ORG; delete from audit_heads where org_id = $ORG`,
      'tail_missing',
      1,
    ],
  ]
  test.each(cases)('%s', async (_, statements, kind, seq) => {
    await tamper(db.urls().webUrl, (sql) => sql.unsafe(statements.replaceAll('$ORG', `'${anna.orgId}'`)))
    expect((await verify()).broken).toEqual({ kind, orgId: anna.orgId, seq })
  })

  test('truncating the register', async () => {
    await tamper(db.urls().webUrl, (sql) => sql.unsafe('truncate audit_log; truncate audit_heads'))
    expect((await verify()).broken).toMatchObject({ kind: 'tail_missing', seq: 1 })
  })

  test('writing the whole chain anew, each hash right', async () => {
    await tamper(db.urls().webUrl, (sql) =>
      sql.unsafe(`
      update audit_log set actor_role = 'admin' where org_id = '${anna.orgId}' and seq = 2;
      do $$ begin for n in 1..12 loop
        update audit_log set prev_hash = coalesce((select hash from audit_log b where b.org_id = '${anna.orgId}' and b.seq = n - 1), repeat('0', 64))
          where org_id = '${anna.orgId}' and seq = n;
        update audit_log set ${REHASH} where org_id = '${anna.orgId}' and seq = n;
      end loop; end $$;
      update audit_heads h set hash = (select hash from audit_log l where l.org_id = h.org_id and l.seq = h.seq)`),
    )
    expect((await verify()).broken).toEqual({ kind: 'not_as_anchored', orgId: anna.orgId, seq: 12 })
  })

  test('putting an older state back, while it is short and after it has grown again', async () => {
    await tamper(db.urls().webUrl, (sql) => sql.unsafe(COPY))
    await write(bruno, 4)
    await anchor()
    await tamper(db.urls().webUrl, (sql) => sql.unsafe(PUT_BACK))
    expect((await verify()).broken).toEqual({ kind: 'tail_missing', orgId: bruno.orgId, seq: 6 })
    await write(bruno, 7)
    await anchor()
    expect((await verify()).broken).toEqual({ kind: 'not_as_anchored', orgId: bruno.orgId, seq: 9 })
  })

  test('taking the anchors away', async () => {
    await rm(env().AUDIT_ANCHORS)
    expect((await verify()).broken).toEqual({ kind: 'anchors_gone', orgId: null, seq: null })
  })
})

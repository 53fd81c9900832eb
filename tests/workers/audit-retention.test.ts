import { eq } from 'drizzle-orm'
import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '#app/domain/audit/record.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { checkChains } from '#app/domain/watch/check-chains.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { auditCheckpoints } from '#db/schema/audit.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { tamper } from '#tests/support/tampering.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { anchorOnce } from '#workers/audit.ts'
import { keepNoLonger } from '#workers/keep-no-longer.ts'

const db = useTestDatabase({ as: 'worker' })
const YEAR = 365.25 * DAY
const today = Date.now()
const yearsAgo = (years: number) => setClock(() => new Date(today - years * YEAR))
let anna: StaffActor
afterAll(yearsAgo(0))

const verify = () => db.asSystem(checkChains)
const tampered = (work: (superuser: postgres.Sql) => Promise<unknown>) => tamper(db.urls().webUrl, work)
const entriesOf = ({ orgId }: StaffActor) =>
  db.asSystem((tx) =>
    tx
      .select({ seq: auditLog.seq, action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.orgId, orgId))
      .orderBy(auditLog.seq),
  )
const ofAnna = () => entriesOf(anna)

/** So many entries, each in a transaction of its own, and an anchor after them. */
async function write(count: number, actor = anna): Promise<void> {
  for (let made = 0; made < count; made++)
    await withActor(actor, (tx) =>
      audit(tx, { action: 'candidate.read', subjectType: 'candidate', subjectId: newId<string>() }),
    )
  await anchorOnce(new Map())
}

beforeAll(async () => {
  anna = await aStaff()
  yearsAgo(6)
  await write(4)
  yearsAgo(4)
  await anchorOnce(new Map())
  await write(2)
  yearsAgo(0)
  await keepNoLonger()
})

describe('entries of the audit', () => {
  it('end after five years, and those that are left are verified from where they begin', async () => {
    expect(await ofAnna()).toEqual([
      { seq: 5, action: 'candidate.read' },
      { seq: 6, action: 'candidate.read' },
      { seq: 7, action: 'audit.entries_ended' },
    ])
    await anchorOnce(new Map())
    expect(await verify()).toMatchObject({ entries: 3, organisations: 1, broken: null })
    await keepNoLonger()
    expect(await ofAnna()).toHaveLength(3)
  })

  it('are found out when one of those that are left is changed, or the first of them taken away', async () => {
    await tampered((superuser) => superuser`update audit_log set action = 'x' where seq = 5`)
    expect((await verify()).broken).toEqual({ kind: 'changed', orgId: anna.orgId, seq: 5 })
    await tampered((superuser) => superuser`update audit_log set action = 'candidate.read' where seq = 5`)
    expect((await verify()).broken).toBeNull()
    await tampered((superuser) => superuser`update audit_log set seq = 500 where seq = 5`)
    expect((await verify()).broken).toEqual({ kind: 'missing', orgId: anna.orgId, seq: 5 })
    await tampered((superuser) => superuser`update audit_log set seq = 5 where seq = 500`)
  })

  it('are not ended before their time: not by our own process, and by whoever holds the database not unseen', async () => {
    const [fifth] = await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.seq, 5)))
    if (!fifth) throw new Error('the fifth entry is gone')
    const goOn = db.asSystem((tx) =>
      tx
        .update(auditCheckpoints)
        .set({ seq: 5, hash: fifth.hash })
        .where(eq(auditCheckpoints.orgId, anna.orgId)),
    )
    await expect(goOn).rejects.toMatchObject({ cause: { code: '42501' } })
    const end = db.asSystem((tx) => tx.delete(auditLog).where(eq(auditLog.seq, 5)))
    await expect(end).rejects.toMatchObject({ cause: { code: '42501' } })
    await tampered((superuser) => superuser`update audit_checkpoints set seq = 5, hash = ${fifth.hash}`)
    await tampered((superuser) => superuser`delete from audit_log where seq = 5`)
    expect((await verify()).broken).toEqual({ kind: 'ended_early', orgId: anna.orgId, seq: 5 })
  })

  it('that cannot be ended hold up nobody else’s', async () => {
    const pair = [await aStaff(), await aStaff()].toSorted((a, b) => (a.orgId < b.orgId ? -1 : 1))
    const [stuck, next] = pair as [StaffActor, StaffActor]
    yearsAgo(6)
    for (const actor of pair) await write(1, actor)
    yearsAgo(0)
    await tampered(
      (superuser) =>
        superuser`insert into audit_checkpoints (org_id, seq, hash, ended_at) values (${stuck.orgId}, 500, 'x', now())`,
    )
    await keepNoLonger()
    expect(await entriesOf(stuck)).toEqual([{ seq: 1, action: 'candidate.read' }])
    expect(await entriesOf(next)).toEqual([{ seq: 2, action: 'audit.entries_ended' }])
  })
})

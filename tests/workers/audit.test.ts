import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILES_A_DAY, UNUSUAL_READING } from '#app/domain/audit/actions.ts'
import { auditOverview } from '#app/domain/audit/audit-overview.server.ts'
import { noticeReading } from '#app/domain/watch/notice-reading.server.ts'
import { readingNotices } from '#app/domain/watch/reading-notices.server.ts'
import { audit } from '#app/domain/audit/record.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { readAnchors, type Anchor } from '#app/platform/anchor-file.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { auditState } from '#db/schema/audit.ts'
import { devMailbox, mails } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { tamper } from '#tests/support/tampering.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { anchorOnce, auditTurn, checkAudit } from '#workers/audit.ts'
import { runAll } from './run-all.ts'

const db = useTestDatabase({ as: 'worker' })
/** Tuesday 17 November 2026, 10:00 in Torino. */
const TUESDAY = Date.parse('2026-11-17T09:00:00Z')
let restore = () => undefined as void
afterAll(() => restore())

const mailbox = () => db.asSystem((tx) => tx.select().from(devMailbox))

let anna: StaffActor
let admin: StaffActor
let coordinator: StaffActor
beforeAll(async () => {
  restore = setClock(() => new Date(TUESDAY))
  anna = await aStaff()
  admin = await aStaff('admin')
  coordinator = await aStaff('coordinator')
})

const opens = (actor: StaffActor, files: number, action = 'candidate.read') =>
  withActor(actor, async (tx) => {
    for (let file = 0; file < files; file++)
      await audit(tx, { action, subjectType: 'candidate', subjectId: newId<string>() })
  })

const anchors = async (): Promise<Anchor[]> => {
  const [state] = await db.asSystem((tx) => tx.select().from(auditState))
  const read: Anchor[] = []
  for await (const anchor of readAnchors(state?.databaseId ?? '')) read.push(anchor)
  return read
}

describe('the heads of the chains', () => {
  it('are written outside of the database, a line for each that grew', async () => {
    const anchored = new Map<string, string>()
    await opens(anna, 2)
    await anchorOnce(anchored)
    const before = await anchors()
    expect(before.find(({ orgId }) => orgId === anna.orgId)).toMatchObject({ seq: 2 })
    expect(await anchorOnce(anchored)).toBe(0)
    await opens(anna, 1)
    expect(await anchorOnce(anchored)).toBe(1)
    const [added, ...more] = (await anchors()).slice(before.length)
    expect([added?.orgId, added?.seq, more]).toEqual([anna.orgId, 3, []])
  })
})

describe('the check of the night', () => {
  const told = () => db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.topic, 'audit.broken')))

  it('says what it read, and tells nobody when all is whole', async () => {
    await checkAudit()
    const found = await withActor(admin, auditOverview)
    expect(found).toMatchObject({ broken: null, entries: await db.asSystem((tx) => tx.$count(auditLog)) })
    expect(found.checkedAt).not.toBeNull()
    expect(await told()).toEqual([])
  })

  it('tells each administrator once of a chain that is broken, and on the page which one', async () => {
    await tamper(
      db.urls().webUrl,
      (sql) => sql`update audit_log set action = 'x' where org_id = ${anna.orgId} and seq = 2`,
    )
    await checkAudit()
    await checkAudit()
    expect((await told()).map(({ payload }) => payload.userId)).toEqual([admin.userId])
    const { broken } = await withActor(admin, auditOverview)
    expect(broken).toMatchObject({ kind: 'changed', seq: 2 })
    expect(broken?.organisation).toMatch(/^Ente /)
    await runAll()
    const [mail] = await db.asSystem((tx) =>
      tx.select().from(mails).where(eq(mails.template, 'audit_broken')),
    )
    expect(mail).toMatchObject({ userId: admin.userId, state: 'sent' })
    const sent = (await mailbox()).find(
      ({ subject }) => subject === 'Il registro delle attività va controllato',
    )
    expect(sent?.text).toContain('/admin/coda')
  })

  it('says that it is whole again when it is', async () => {
    await tamper(
      db.urls().webUrl,
      (sql) => sql`update audit_log set action = 'candidate.read' where org_id = ${anna.orgId} and seq = 2`,
    )
    await checkAudit()
    expect((await withActor(admin, auditOverview)).broken).toBeNull()
  })
})

describe('somebody who opens many files', () => {
  const look = () => db.asSystem(noticeReading)

  it('is told to the coordinators with the file after the last that is usual, once a day', async () => {
    const bruno = await aStaff()
    await opens(bruno, FILES_A_DAY)
    expect(await look()).toEqual([])
    await opens(bruno, 1)
    expect(await look()).toEqual([bruno.userId])
    await opens(bruno, 5)
    expect(await look()).toEqual([])
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'reading.unusual')),
    )
    expect(events.map(({ payload }) => payload.userId)).toEqual([coordinator.userId])
    const { notices, total } = await withActor(coordinator, (tx) => readingNotices(tx, 1))
    expect(total).toBe(1)
    expect(notices).toMatchObject([{ who: bruno.name }])

    setClock(() => new Date(TUESDAY + DAY))
    expect(await look()).toEqual([])
    await opens(bruno, FILES_A_DAY + 1)
    expect(await look()).toEqual([bruno.userId])
  })

  it('is told of by the next turn after one that failed, or found another worker looking', async () => {
    const turn = auditTurn()
    await turn()
    const told = () => db.asSystem((tx) => tx.$count(outbox, eq(outbox.topic, 'reading.unusual')))
    const before = await told()
    await opens(await aStaff(), FILES_A_DAY + 1)
    const { webUrl } = db.urls()
    await tamper(webUrl, (sql) => sql`revoke update on audit_state from passaparola_worker`)
    await expect(turn()).rejects.toThrow()
    await tamper(webUrl, (sql) => sql`grant update on audit_state to passaparola_worker`)
    await db.asSystem(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${UNUSUAL_READING}))`)
      await turn()
    })
    expect(await told()).toBe(before)
    await turn()
    expect(await told()).toBe(before + 1)
  })

  it('is told of for curricula and files together', async () => {
    const dario = await aStaff()
    await opens(dario, FILES_A_DAY, 'candidate.cv_read')
    expect(await look()).toEqual([])
    await opens(dario, 1)
    expect(await look()).toEqual([dario.userId])
  })

  it('is nobody who opens one file many times', async () => {
    const clara = await aStaff()
    const subjectId = newId<string>()
    await withActor(clara, async (tx) => {
      for (let time = 0; time < 2 * FILES_A_DAY; time++)
        await audit(tx, { action: 'candidate.read', subjectType: 'candidate', subjectId })
    })
    expect(await look()).toEqual([])
  })
})

import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { confirmInterview, unconfirmInterview } from '#app/domain/stages/confirm-interview.server.ts'
import { loadMeeting } from '#app/domain/stages/load-stage.server.ts'
import { companies } from '#db/schema/companies.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { arrange, aWelcomedCard, meet, say, type Welcomed } from '#tests/support/met-person.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let anna: StaffActor
let one: Welcomed
beforeAll(async () => {
  anna = await aStaff()
})
beforeEach(async () => {
  one = await aWelcomedCard(anna)
})

const confirm = (actor: Actor = anna) => withActor(actor, (tx) => confirmInterview(tx, one.cardId))
const unconfirm = (actor: Actor = anna) => withActor(actor, (tx) => unconfirmInterview(tx, one.cardId))
const page = () => withActor(anna, (tx) => loadMeeting(tx, one.cardId))
const score = () =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(companies).where(eq(companies.id, one.hr.companyId))
    return row?.trustScore ?? NaN
  })

describe('a meeting that took place', () => {
  test('counts for its company from its own moment, and names no person', async () => {
    await meet(one)
    const before = await score()
    const { own, held } = await page()
    expect(held).toBe(false)
    await confirm()
    expect((await page()).held).toBe(true)
    expect(await score()).toBeGreaterThan(before)
    const rows = await db.asSystem((tx) =>
      tx.select().from(trustEvents).where(eq(trustEvents.companyId, one.hr.companyId)),
    )
    expect(rows).toMatchObject([
      {
        kind: 'interview_held',
        causeType: 'meeting',
        causeId: own.meeting?.id,
        occurredAt: own.meeting?.startsAt,
      },
    ])
    expect(JSON.stringify(rows)).not.toContain(one.person.candidateId)
    await expect(confirm()).rejects.toMatchObject({ code: 'conflict', reason: 'stages_held_known' })
  })

  test('confirmed by mistake is taken back without a trace', async () => {
    await meet(one)
    const before = await score()
    await confirm()
    await unconfirm()
    expect([await score(), (await page()).held]).toEqual([before, false])
    await expect(unconfirm()).rejects.toMatchObject({ reason: 'stages_held_not_confirmed' })
    await confirm()
    expect((await page()).held).toBe(true)
  })

  test('is not confirmed before it, nor where none was arranged', async () => {
    await expect(confirm()).rejects.toMatchObject({ reason: 'stages_meeting_gone' })
    await say(one, 'company', one.hr.companyId)
    await arrange(one)
    await expect(confirm()).rejects.toMatchObject({ reason: 'stages_held_ahead' })
  })

  test('is confirmed by nobody but her own organisation', async () => {
    await meet(one)
    for (const other of [await aStaff(), await aStaff('coordinator', anna.orgId), one.hr, one.link]) {
      await expect(confirm(other)).rejects.toThrow()
      await expect(unconfirm(other)).rejects.toThrow()
    }
    expect((await page()).held).toBe(false)
  })
})

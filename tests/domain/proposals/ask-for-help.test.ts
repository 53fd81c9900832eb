import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { askForHelp, helpAskedAt } from '#app/domain/proposals/ask-for-help.server.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { helpRequests } from '#db/schema/proposals.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

describe('asking the other organisations', () => {
  test('leaves a request, an event and an audit row, once for each organisation', async () => {
    const openingId = await anOpening()
    const anna = await aStaff('case_manager')
    const colleague = await aStaff('case_manager', anna.orgId)
    const bruna = await aStaff('case_manager')
    for (const actor of [anna, anna, colleague, bruna])
      await withActor(actor, (tx) => askForHelp(tx, openingId))

    const requests = await db.asSystem((tx) =>
      tx.select().from(helpRequests).where(eq(helpRequests.openingId, openingId)),
    )
    expect(requests.map(({ orgId, requestedBy }) => [orgId, requestedBy])).toEqual([
      [anna.orgId, anna.userId],
      [bruna.orgId, bruna.userId],
    ])
    const events = await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.topic, 'help.asked')))
    expect(events.map(({ payload }) => payload)).toEqual(requests.map(({ id }) => ({ helpRequestId: id })))
    const rows = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, openingId)),
    )
    expect(rows.map(({ action, orgId }) => [action, orgId])).toEqual([
      ['help.asked', anna.orgId],
      ['help.asked', bruna.orgId],
    ])
  })

  test('is remembered for the organisation that asked', async () => {
    const openingId = await anOpening()
    const anna = await aStaff('case_manager')
    expect(await withActor(anna, (tx) => helpAskedAt(tx, openingId, anna.orgId))).toBeNull()
    await withActor(anna, (tx) => askForHelp(tx, openingId))
    expect(await withActor(anna, (tx) => helpAskedAt(tx, openingId, anna.orgId))).toBeInstanceOf(Date)
    const bruna = await aStaff('case_manager')
    expect(await withActor(bruna, (tx) => helpAskedAt(tx, openingId, bruna.orgId))).toBeNull()
  })

  test('takes an open opening and a case manager', async () => {
    const anna = await aStaff('case_manager')
    const paused = await anOpening({ state: 'paused' })
    await expect(withActor(anna, (tx) => askForHelp(tx, paused))).rejects.toMatchObject({ code: 'refused' })
    await expect(withActor(anna, (tx) => askForHelp(tx, newId<OpeningId>()))).rejects.toMatchObject({
      code: 'not_found',
    })
    const coordinator = await aStaff('coordinator')
    await expect(withActor(coordinator, (tx) => askForHelp(tx, paused))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

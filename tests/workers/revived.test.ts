import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FollowUpId, OutboxId } from '#app/domain/shared/ids.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useScene } from './scene.ts'

const scene = useScene()
const { db, happens, plan, planned } = scene

const rowOf = async (id: FollowUpId) => (await plan()).find((row) => row.id === id)
const change = (id: FollowUpId, values: Partial<typeof followUps.$inferInsert>) =>
  db.asSystem((tx) => tx.update(followUps).set(values).where(eq(followUps.id, id)))
/** For a reason that has gone away again. */
const callOff = (id: FollowUpId, values: Partial<typeof followUps.$inferInsert> = {}) =>
  change(id, { state: 'cancelled', why: 'fact_withdrawn', doneAt: now(), ...values })
const replan = () => happens('company.plan_due', { companyId: scene.hr.companyId })

let call: FollowUpId
let message: FollowUpId
beforeEach(async () => {
  const openingId = await anOpening({ companyId: scene.hr.companyId, postedAt: now(), createdAt: now() })
  await happens('opening.posted', { openingId })
  call = (await planned('opening_call'))[0]?.id ?? expect.fail()
  message = (await planned('no_match_message'))[0]?.id ?? expect.fail()
})

describe('what was called off for a reason that is gone', () => {
  it('comes back as it would be planned today: to whoever leads the company now', async () => {
    await callOff(call)
    const { userId: leadUserId, orgId: leadOrgId } = await aStaff()
    await db.asSystem((tx) =>
      tx.update(companies).set({ leadUserId, leadOrgId }).where(eq(companies.id, scene.hr.companyId)),
    )
    await replan()
    expect(await rowOf(call)).toMatchObject({ state: 'planned', why: '', assigneeId: leadUserId })
  })

  it('comes back though it had been handed to the mail, or to a person', async () => {
    await callOff(message, { releasedAt: now() })
    await replan()
    expect(await rowOf(message)).toMatchObject({ state: 'planned', kind: 'message', releasedAt: null })
    await callOff(message, { kind: 'task', template: 'follow_ups_task_in_place' })
    await replan()
    expect(await rowOf(message)).toMatchObject({
      state: 'planned',
      kind: 'message',
      template: 'no_match',
    })
  })

  it('stays off where its mail may have left, or is about to be made', async () => {
    const outboxId = newId<OutboxId>()
    await callOff(message, { releasedAt: now() })
    await db.asSystem((tx) =>
      tx.insert(outbox).values({
        ...{ id: outboxId, topic: 'follow_up.due', payload: { followUpId: message }, state: 'queued' },
        ...{ createdAt: now(), availableAt: now(), leaseUntil: now() },
      }),
    )
    await replan()
    expect(await rowOf(message)).toMatchObject({ state: 'cancelled' })
    await db.asSystem(async (tx) => {
      await tx.update(outbox).set({ state: 'done' }).where(eq(outbox.id, outboxId))
      await tx.insert(mails).values({
        ...{ id: newId(), outboxId, template: 'no_match', class: 'company', followUpId: message },
        ...{ subjectType: 'opening', subjectId: newId(), contactId: scene.hr.contactId },
        ...{
          companyId: scene.hr.companyId,
          messageId: `<${outboxId}@localhost>`,
          state: 'uncertain',
          createdAt: now(),
        },
      })
    })
    await replan()
    expect(await rowOf(message)).toMatchObject({ state: 'cancelled' })
  })
})

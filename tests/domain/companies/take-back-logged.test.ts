import { and, eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { makeReferral } from '#app/domain/companies/make-referral.server.ts'
import { mayBeTakenBack, takeBackLogged } from '#app/domain/companies/take-back-logged.server.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { ANONYMOUS, system, type Actor, type StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { anEvent, anInvitation } from '#tests/support/factories/events.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')

let giulia: StaffActor
let marco: StaffActor
let coordinator: StaffActor
let restore: () => void

beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
  marco = await aStaff('case_manager', giulia.orgId)
  coordinator = await aStaff('coordinator')
})
afterEach(() => {
  restore()
  restore = setClock(() => TODAY)
})

type Logged = Parameters<typeof logInteraction>[2]
const log = async (companyId: CompanyId, values: Partial<Logged> = {}) =>
  (
    await withActor(giulia, (tx) =>
      logInteraction(tx, companyId, { kind: 'visit', outcome: 'positive', ...values }),
    )
  ).interactionId
const takeBack = (actor: Actor, companyId: CompanyId, id: string) =>
  withActor(actor, (tx) => takeBackLogged(tx, companyId, id))
const plan = (companyId: CompanyId) => withActor(system('test'), (tx) => scheduleFollowUps(tx, companyId))
const rowOf = (id: CompanyId) =>
  db.asSystem(async (tx) => (await tx.select().from(companies).where(eq(companies.id, id)))[0])
const remindersOf = (companyId: CompanyId) =>
  db.asSystem((tx) =>
    tx
      .select({ occurrence: followUps.occurrence, state: followUps.state, dueAt: followUps.dueAt })
      .from(followUps)
      .where(and(eq(followUps.companyId, companyId), eq(followUps.ruleKey, 'no_contact')))
      .orderBy(followUps.occurrence),
  )

describe('a contact logged by mistake', () => {
  it('leaves no trace in ladder, score, last contact and timeline once its author takes it back; the audit has it', async () => {
    const companyId = await aCompany({ leadOrgId: giulia.orgId, leadUserId: giulia.userId })
    restore = setClock(() => new Date(+TODAY - DAY))
    await log(companyId, { kind: 'mail', outcome: 'neutral', occurredOn: '2026-11-02' as never })
    restore = setClock(() => TODAY)
    const before = await rowOf(companyId)
    const mistake = await log(companyId)
    expect(await rowOf(companyId)).toMatchObject({ stage: 'in_dialogue', lastContactAt: TODAY })
    await takeBack(giulia, companyId, mistake)
    expect(await rowOf(companyId)).toMatchObject({
      ...{ stage: 'contacted', lastContactAt: before?.lastContactAt, trustScore: before?.trustScore },
    })
    await db.asSystem(async (tx) => {
      expect(await tx.$count(interactions, eq(interactions.id, mistake))).toBe(0)
      expect(await tx.select().from(trustEvents).where(eq(trustEvents.causeId, mistake))).toMatchObject([
        { kind: 'visit_held', withdrawnAt: TODAY },
      ])
      const asked = await tx.select().from(outbox).where(eq(outbox.topic, 'company.plan_due'))
      expect(asked.map(({ payload }) => payload)).toContainEqual({ companyId })
      const [act] = await tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, companyId), eq(auditLog.action, 'interaction.taken_back')))
      expect(act).toMatchObject({ actorId: giulia.userId })
    })
    const { entries } = await withActor(marco, (tx) =>
      timeline(tx, companyId, { page: 1, perPage: 9, part: 'past', topic: 'contacts' }),
    )
    expect(entries.map(({ what }) => what)).toEqual(['mail'])
    await expect(takeBack(giulia, companyId, mistake)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('gives back what it had ended, and the next one counts anew', async () => {
    const companyId = await aCompany({ createdAt: new Date(+TODAY - 50 * DAY) })
    await plan(companyId)
    const [first] = await remindersOf(companyId)
    expect(first).toMatchObject({ state: 'planned' })
    const mistake = await log(companyId)
    await plan(companyId)
    expect(await remindersOf(companyId)).toMatchObject([{ state: 'cancelled' }, { state: 'planned' }])
    await takeBack(giulia, companyId, mistake)
    await plan(companyId)
    expect(await remindersOf(companyId)).toMatchObject([first, { state: 'cancelled' }])
    restore = setClock(() => new Date(+TODAY + DAY))
    await log(companyId)
    await plan(companyId)
    const again = await remindersOf(companyId)
    expect(again).toMatchObject([{ state: 'cancelled' }, { state: 'planned' }])
    expect(+(again[1]?.dueAt ?? 0)).toBeGreaterThan(+TODAY + 60 * DAY)
  })

  it('leaves ended what another contact has ended since', async () => {
    const companyId = await aCompany({ createdAt: new Date(+TODAY - 50 * DAY) })
    await plan(companyId)
    const mistake = await log(companyId)
    restore = setClock(() => new Date(+TODAY + DAY))
    await log(companyId, { kind: 'call', outcome: 'neutral' })
    await plan(companyId)
    await takeBack(giulia, companyId, mistake)
    await plan(companyId)
    const open = (await remindersOf(companyId)).filter(({ state }) => state === 'planned')
    expect(open).toHaveLength(1)
    expect(+(open[0]?.dueAt ?? 0)).toBeGreaterThan(+TODAY + 60 * DAY)
  })

  it('takes the step of who introduced the company back too, unless another one proves it', async () => {
    const [from, to, also] = [await aCompany({ stage: 'posting' }), await aCompany(), await aCompany()]
    await withActor(giulia, (tx) => makeReferral(tx, { from, to }))
    const mistake = await log(to)
    expect(await rowOf(from)).toMatchObject({ stage: 'ambassador' })
    await takeBack(giulia, to, mistake)
    expect(await rowOf(from)).toMatchObject({ stage: 'posting' })
    const again = await log(to)
    await withActor(giulia, (tx) => makeReferral(tx, { from, to: also }))
    await log(also)
    await takeBack(coordinator, to, again)
    expect(await rowOf(from)).toMatchObject({ stage: 'ambassador' })
  })
})

describe('whoever', () => {
  it('did not log it takes it back only as a coordinator', async () => {
    const companyId = await aCompany()
    const id = await log(companyId)
    const offered = (actor: Actor) => withActor(actor, (tx) => mayBeTakenBack(tx, companyId, [id]))
    await expect(takeBack(marco, companyId, id)).rejects.toMatchObject({
      ...{ code: 'refused', reason: 'relationship_take_back_not_yours' },
    })
    for (const actor of [ANONYMOUS, await aStaff('admin')])
      await expect(takeBack(actor, companyId, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(takeBack(giulia, await aCompany(), id)).rejects.toMatchObject({ code: 'not_found' })
    expect([await offered(marco), await offered(giulia), await offered(coordinator)]).toEqual([
      new Set(),
      new Set([id]),
      new Set([id]),
    ])
    await takeBack(coordinator, companyId, id)
    expect((await offered(coordinator)).size).toBe(0)
  })

  it('comes after a month, or to what an event left, is refused', async () => {
    const companyId = await aCompany()
    const id = await log(companyId)
    restore = setClock(() => new Date(+TODAY + 31 * DAY))
    await expect(takeBack(giulia, companyId, id)).rejects.toMatchObject({
      reason: 'relationship_take_back_late',
    })
    restore = setClock(() => TODAY)
    const invitationId = await anInvitation(giulia, await anEvent(giulia), companyId)
    await db.asSystem((tx) =>
      tx
        .update(eventInvitations)
        .set({ attendanceInteractionId: id })
        .where(eq(eventInvitations.id, invitationId)),
    )
    await expect(takeBack(giulia, companyId, id)).rejects.toMatchObject({
      reason: 'relationship_take_back_event',
    })
  })
})

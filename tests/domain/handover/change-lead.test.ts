import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { deactivateAccount } from '#app/domain/accounts/set-account-active.server.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import { changeLead } from '#app/domain/handover/change-lead.server.ts'
import { leadReceivers } from '#app/domain/handover/lead-receivers.server.ts'
import { ANONYMOUS, type Actor, type StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { leadChanges } from '#db/schema/lead-changes.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aTask } from '../day/lines.ts'

const db = useTestDatabase()
let elisa: StaffActor
let colleague: StaffActor
let sara: StaffActor
let coordinator: StaffActor
beforeAll(async () => {
  elisa = await aStaff()
  colleague = await aStaff('case_manager', elisa.orgId)
  sara = await aStaff()
  coordinator = await aStaff('coordinator')
})

const led = () => aCompany({ leadOrgId: elisa.orgId, leadUserId: elisa.userId })
const change = (actor: Actor, companyId: CompanyId, to: StaffActor, from?: StaffActor) =>
  withActor(actor, (tx) => changeLead(tx, companyId, { from: from?.userId, to: to.userId }))
const companyOf = (id: CompanyId) =>
  db.asSystem(async (tx) => (await tx.select().from(companies).where(eq(companies.id, id)))[0])
const changesOf = (id: CompanyId) =>
  db.asSystem((tx) => tx.select().from(leadChanges).where(eq(leadChanges.companyId, id)))
const offered = (actor: StaffActor, id: CompanyId) =>
  withActor(actor, async (tx) => {
    const [company] = await tx.select().from(companies).where(eq(companies.id, id))
    if (!company) throw new Error('no company')
    return (await leadReceivers(tx, company)).map(({ userId }) => userId)
  })

describe('the lead of one company', () => {
  it('hands it on to another organisation, with her tasks there but for those about people', async () => {
    const companyId = await led()
    const going = [
      await aTask(elisa, companyId, { template: 'by_hand', title: 'Portare il modulo' }),
      await aTask(elisa, companyId, { ruleKey: 'no_contact' }),
    ]
    const staying = [
      await aTask(elisa, companyId, { subjectType: 'placement', ruleKey: 'check_in_person_day_3' }),
      await aTask(elisa, companyId, { subjectType: 'card', ruleKey: 'proposal_interested' }),
      await aTask(elisa, companyId, { ruleKey: 'opening_call', state: 'done' }),
      await aTask(elisa, await led()),
    ]
    const others = await aTask(colleague, companyId)
    expect(await change(elisa, companyId, sara, elisa)).toBe('handed_over')
    expect(await companyOf(companyId)).toMatchObject({
      ...{ leadUserId: sara.userId, leadOrgId: sara.orgId, version: 2 },
    })
    await db.asSystem(async (tx) => {
      const assigneesOf = async (ids: typeof going) =>
        (await tx.select().from(followUps).where(inArray(followUps.id, ids))).map(
          ({ assigneeId, assigneeOrgId }) => ({ assigneeId, assigneeOrgId }),
        )
      const has = ({ userId, orgId }: StaffActor) => ({ assigneeId: userId, assigneeOrgId: orgId })
      expect(await assigneesOf(going)).toEqual([has(sara), has(sara)])
      expect(await assigneesOf(staying)).toEqual(staying.map(() => has(elisa)))
      expect(await assigneesOf([others])).toEqual([has(colleague)])
      const [change] = await tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, companyId), eq(auditLog.action, 'company.lead_handed_over')))
      expect(change).toMatchObject({ actorId: elisa.userId, result: 'ok' })
      const passed = await tx.select().from(auditLog).where(inArray(auditLog.subjectId, going))
      expect(passed.map(({ action, orgId }) => [action, orgId])).toEqual(
        going.map(() => ['follow_up.handed_on', elisa.orgId]),
      )
    })
    const { entries } = await withActor(sara, (tx) =>
      timeline(tx, companyId, { page: 1, perPage: 9, part: 'past' }),
    )
    expect(entries).toMatchObject([{ source: 'lead', how: elisa.name, other: sara.name, by: elisa.name }])
  })

  it('is changed by a colleague of hers and by a coordinator, also where there is none', async () => {
    const ill = await led()
    expect(await change(colleague, ill, colleague, elisa)).toBe('handed_over')
    const free = await aCompany()
    expect(await change(coordinator, free, sara)).toBe('handed_over')
    expect(await changesOf(free)).toMatchObject([
      { fromUserId: null, toUserId: sara.userId, authorId: coordinator.userId, cause: 'handed_over' },
    ])
    expect(await change(coordinator, free, elisa, sara)).toBe('handed_over')
    expect(await companyOf(free)).toMatchObject({ leadUserId: elisa.userId, leadOrgId: elisa.orgId })
  })

  it('is whoever of the case managers takes a company that nobody leads', async () => {
    const companyId = await aCompany()
    expect(await offered(sara, companyId)).toEqual([sara.userId])
    await expect(change(sara, companyId, elisa)).rejects.toMatchObject({
      ...{ code: 'invalid', reason: 'handover_not_to_them', field: 'to' },
    })
    expect(await change(sara, companyId, sara)).toBe('taken')
    expect(await changesOf(companyId)).toMatchObject([{ cause: 'taken', toUserId: sara.userId }])
  })

  it('is changed by nobody else, and to nobody who leads no company', async () => {
    const companyId = await led()
    await expect(change(sara, companyId, sara, elisa)).rejects.toMatchObject({
      ...{ code: 'refused', reason: 'handover_lead_not_yours' },
    })
    expect(await offered(sara, companyId)).toEqual([])
    for (const actor of [ANONYMOUS, await aStaff('admin')])
      await expect(change(actor, companyId, sara, elisa)).rejects.toMatchObject({ code: 'forbidden' })
    const shut = await aStaff()
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, shut.userId)))
    for (const to of [coordinator, shut, elisa])
      await expect(change(elisa, companyId, to, elisa)).rejects.toMatchObject({
        ...{ code: 'invalid', reason: 'handover_not_to_them' },
      })
    expect(await companyOf(companyId)).toMatchObject({ leadUserId: elisa.userId, version: 1 })
    expect(await changesOf(companyId)).toEqual([])
    expect(await offered(elisa, companyId)).toEqual(expect.arrayContaining([colleague.userId, sara.userId]))
  })
})

describe('two who change it at once', () => {
  it.each([1, 2, 3])('one wins, the other is told (round %i)', async () => {
    const companyId = await led()
    const results = await Promise.allSettled([
      change(elisa, companyId, sara, elisa),
      change(coordinator, companyId, colleague, elisa),
    ])
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(refused).toMatchObject([{ code: 'stale', reason: 'handover_lead_changed' }])
    expect([sara.userId, colleague.userId]).toContain((await companyOf(companyId))?.leadUserId)
    expect(await changesOf(companyId)).toHaveLength(1)
  })

  it('one of them by shutting the account that would get it: it is shut, or it leads', async () => {
    const [companyId, leaving, admin] = [await led(), await aStaff(), await aStaff('admin')]
    await Promise.allSettled([
      change(elisa, companyId, leaving, elisa),
      withActor(admin, (tx) => deactivateAccount(tx, leaving.userId)),
    ])
    const [row] = await db.asSystem((tx) => tx.select().from(users).where(eq(users.id, leaving.userId)))
    expect((await companyOf(companyId))?.leadUserId === leaving.userId).toBe(row?.active)
  })
})

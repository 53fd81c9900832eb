import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { deactivateAccount } from '#app/domain/accounts/set-account-active.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import { handOver } from '#app/domain/handover/hand-over.server.ts'
import { handOverSchema } from '#app/domain/handover/hand-over.schema.server.ts'
import { handoverSummary } from '#app/domain/handover/handover-summary.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, OrganisationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { leadChanges } from '#db/schema/lead-changes.ts'
import { auditLog } from '#db/schema/operations.ts'
import { placements } from '#db/schema/proposals.ts'
import { aCompany, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aTask } from '../day/lines.ts'

const db = useTestDatabase()
let admin: StaffActor
beforeAll(async () => {
  admin = await aStaff('admin')
})

/** Somebody with two companies, a person at work and a task about each; a colleague of hers, and one elsewhere. */
async function aGiver() {
  const orgId: OrganisationId = await anOrganisation()
  const elisa = await aStaff('case_manager', orgId)
  const marco = await aStaff('case_manager', orgId)
  const sara = await aStaff()
  const lead = { leadOrgId: orgId, leadUserId: elisa.userId }
  const [forno, hotel] = [
    await aCompany({ ...lead, name: 'Forno' }),
    await aCompany({ ...lead, name: 'Hotel' }),
  ]
  const person = await aCandidate({ orgId, caseManagerId: elisa.userId })
  const placementId = newId<string>()
  await db.asSystem((tx) =>
    tx.insert(placements).values({
      ...{ orgId, id: placementId, candidateId: person.candidateId, companyId: hotel, kind: 'internship' },
      ...{ state: 'active', startsOn: '2026-11-02', createdAt: new Date() },
    }),
  )
  const call = await aTask(elisa, forno, { template: 'by_hand', title: 'Portare il modulo' })
  const checkIn = await aTask(elisa, hotel, {
    subjectType: 'placement',
    subjectId: placementId,
    ruleKey: 'check_in_person_day_3',
  })
  const elsewhere = await aTask(elisa, await aCompany())
  const ids = [forno, hotel]
  const formOf = (values: Record<string, unknown> = {}) =>
    handOverSchema.parse({
      from: elisa.userId,
      companiesTo: sara.userId,
      peopleTo: marco.userId,
      company: Object.fromEntries(ids.map((id) => [id, { version: '1' }])),
      ...values,
    })
  return { elisa, marco, sara, forno, hotel, person, call, checkIn, elsewhere, formOf }
}

const companyOf = (id: CompanyId) =>
  db.asSystem(async (tx) => (await tx.select().from(companies).where(eq(companies.id, id)))[0])
const assigneeOf = (id: string) =>
  db.asSystem(
    async (tx) =>
      (
        await tx
          .select()
          .from(followUps)
          .where(eq(followUps.id, id as never))
      )[0]?.assigneeId,
  )

describe('a handover', () => {
  it('shows company by company what goes on, before anything moves', async () => {
    const { elisa, person } = await aGiver()
    const {
      companies: led,
      people,
      owned,
    } = await withActor(elisa, (tx) => handoverSummary(tx, elisa.userId))
    expect(led).toMatchObject([
      {
        name: 'Forno',
        version: 1,
        lastContactAt: null,
        promises: ['Portare il modulo'],
        next: { kind: 'task' },
      },
      { name: 'Hotel', promises: [] },
    ])
    expect(people).toEqual([{ id: person.candidateId, code: person.code }])
    expect(owned).toEqual({ companies: 2, tasks: 3, people: 1, threads: 0 })
  })

  it('gives companies, tasks and people to who goes on with each, and says so on every timeline', async () => {
    const { elisa, marco, sara, forno, hotel, person, call, checkIn, elsewhere, formOf } = await aGiver()
    const form = formOf({ company: { [forno]: { version: 1 }, [hotel]: { version: 1, to: marco.userId } } })
    expect(await withActor(elisa, (tx) => handOver(tx, form))).toEqual({
      companies: 2,
      tasks: 3,
      people: 1,
      threads: 0,
    })
    expect(await companyOf(forno)).toMatchObject({
      leadUserId: sara.userId,
      leadOrgId: sara.orgId,
      version: 2,
    })
    expect(await companyOf(hotel)).toMatchObject({ leadUserId: marco.userId, leadOrgId: marco.orgId })
    expect(await Promise.all([call, checkIn, elsewhere].map(assigneeOf))).toEqual([
      sara.userId,
      marco.userId,
      sara.userId,
    ])
    await db.asSystem(async (tx) => {
      const [row] = await tx.select().from(candidates).where(eq(candidates.id, person.candidateId))
      expect(row).toMatchObject({ caseManagerId: marco.userId, orgId: elisa.orgId })
      const audited = await tx
        .select({ action: auditLog.action })
        .from(auditLog)
        .where(and(eq(auditLog.actorId, elisa.userId), eq(auditLog.orgId, elisa.orgId)))
      expect(audited.map(({ action }) => action).sort()).toEqual([
        'candidate.handed_over',
        'company.lead_handed_over',
        'company.lead_handed_over',
        'follow_up.handed_on',
        'follow_up.handed_on',
        'follow_up.handed_on',
        'handover.made',
      ])
    })
    const { entries } = await withActor(sara, (tx) =>
      timeline(tx, forno, { page: 1, perPage: 9, part: 'past' }),
    )
    expect(entries).toMatchObject([{ source: 'lead', how: elisa.name, other: sara.name, by: elisa.name }])
  })

  it('keeps people within their organisation, and moves nothing when one part can’t go', async () => {
    const { elisa, sara, forno, formOf } = await aGiver()
    for (const wrong of [{ peopleTo: sara.userId }, { peopleTo: '' }, { companiesTo: admin.userId }]) {
      await expect(withActor(elisa, (tx) => handOver(tx, formOf(wrong)))).rejects.toMatchObject({
        code: 'invalid',
      })
    }
    expect(await companyOf(forno)).toMatchObject({ leadUserId: elisa.userId, version: 1 })
    expect(await db.asSystem((tx) => tx.$count(leadChanges, eq(leadChanges.companyId, forno)))).toBe(0)
  })

  it('is made by a colleague for who is ill, by an administrator blindly, and by nobody else', async () => {
    const ill = await aGiver()
    await withActor(ill.marco, (tx) => handOver(tx, ill.formOf()))
    expect(await companyOf(ill.forno)).toMatchObject({ leadUserId: ill.sara.userId })

    const gone = await aGiver()
    for (const actor of [gone.sara, await aStaff('coordinator', gone.elisa.orgId)]) {
      await expect(withActor(actor, (tx) => handOver(tx, gone.formOf()))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    const seen = await withActor(admin, (tx) => handoverSummary(tx, gone.elisa.userId))
    expect([seen.people, seen.owned.people]).toEqual([[], 1])
    await withActor(admin, (tx) => handOver(tx, gone.formOf()))
    await db.asSystem(async (tx) => {
      const [row] = await tx.select().from(candidates).where(eq(candidates.id, gone.person.candidateId))
      expect(row).toMatchObject({ caseManagerId: gone.marco.userId })
    })
  })
})

describe('an account', () => {
  it('can’t be shut while anything depends on it', async () => {
    const { elisa, formOf } = await aGiver()
    await expect(withActor(admin, (tx) => deactivateAccount(tx, elisa.userId))).rejects.toMatchObject({
      reason: 'handover_needed',
    })
    await withActor(admin, (tx) => handOver(tx, formOf()))
    await withActor(admin, (tx) => deactivateAccount(tx, elisa.userId))
    await db.asSystem(async (tx) => {
      const [row] = await tx.select().from(users).where(eq(users.id, elisa.userId))
      expect(row?.active).toBe(false)
    })
  })

  it('that is being shut is given nothing, whichever of the two comes first', async () => {
    const { elisa, formOf, sara } = await aGiver()
    const results = await Promise.allSettled([
      withActor(elisa, (tx) => handOver(tx, formOf())),
      withActor(admin, (tx) => deactivateAccount(tx, sara.userId)),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await db.asSystem(async (tx) => {
      const [row] = await tx.select().from(users).where(eq(users.id, sara.userId))
      const owned = await tx.$count(companies, eq(companies.leadUserId, sara.userId))
      expect(row?.active).toBe(owned > 0)
    })
  })
})

describe('two changes of lead at once', () => {
  it.each([1, 2, 3, 4, 5])('one wins, the other is told (round %i)', async () => {
    const { elisa, marco, sara, forno, formOf } = await aGiver()
    const other = await aStaff()
    const results = await Promise.allSettled([
      withActor(elisa, (tx) => handOver(tx, formOf())),
      withActor(marco, (tx) => handOver(tx, formOf({ companiesTo: other.userId }))),
    ])
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(refused).toMatchObject([{ code: 'stale', reason: 'handover_changed' }])
    expect([sara.userId, other.userId]).toContain((await companyOf(forno))?.leadUserId)
    expect(await companyOf(forno)).toMatchObject({ version: 2 })
    expect(await db.asSystem((tx) => tx.$count(leadChanges, eq(leadChanges.companyId, forno)))).toBe(1)
  })

  it('of two who log the first contact at once, one leads', async () => {
    const companyId = await aCompany()
    const pair = [await aStaff(), await aStaff()]
    const logged = await Promise.all(
      pair.map((actor) =>
        withActor(actor, (tx) => logInteraction(tx, companyId, { kind: 'call', outcome: 'neutral' })),
      ),
    )
    expect(logged.filter(({ becameLead }) => becameLead)).toHaveLength(1)
    expect(await db.asSystem((tx) => tx.$count(leadChanges, eq(leadChanges.companyId, companyId)))).toBe(1)
  })

  it('refuses a form that was made before a company changed', async () => {
    const { elisa, forno, formOf } = await aGiver()
    await db.asSystem((tx) => tx.update(companies).set({ version: 2 }).where(eq(companies.id, forno)))
    await expect(withActor(elisa, (tx) => handOver(tx, formOf()))).rejects.toMatchObject({ code: 'stale' })
    const hidden = formOf({ company: {} })
    await expect(withActor(elisa, (tx) => handOver(tx, hidden))).rejects.toMatchObject({ code: 'stale' })
  })
})

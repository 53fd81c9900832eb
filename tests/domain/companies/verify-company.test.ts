import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { listCompaniesToVerify } from '#app/domain/companies/list-companies-to-verify.server.ts'
import { loadVerification } from '#app/domain/companies/load-verification.server.ts'
import { verifyCompanySchema } from '#app/domain/companies/verify-company.schema.server.ts'
import { verifyCompany } from '#app/domain/companies/verify-company.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, companyVerifications, interactions } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const approval = { decision: 'approved', registerChecked: true, note: '' } as const
const rejection = { decision: 'rejected', registerChecked: false, note: 'La sede non esiste.' } as const

async function aNewCompany(met: Partial<typeof interactions.$inferInsert> | null = {}): Promise<CompanyId> {
  const companyId = await aCompany({ verification: 'pending' })
  if (met) {
    const by = await aStaff()
    await db.asSystem((tx) =>
      tx.insert(interactions).values({
        ...{ id: newId<string>(), orgId: by.orgId, companyId, userId: by.userId, minutes: 20 },
        ...{ kind: 'visit', outcome: 'positive', occurredAt: now(), createdAt: now(), ...met },
      }),
    )
  }
  return companyId
}

const decide = (
  actor: Actor,
  companyId: CompanyId,
  decision:
    | typeof approval
    | typeof rejection
    | { decision: 'approved'; registerChecked: false; note: string },
) => withActor(actor, (tx) => verifyCompany(tx, companyId, decision))
const standing = async (companyId: CompanyId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, companyId)))
  return row?.verification
}
const decisionsOn = (companyId: CompanyId) =>
  db.asSystem((tx) =>
    tx.select().from(companyVerifications).where(eq(companyVerifications.companyId, companyId)),
  )
const verifiedEvents = (companyId: CompanyId) =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(outbox).where(eq(outbox.topic, 'company.verified'))
    return rows.filter(({ payload }) => payload.companyId === companyId).length
  })
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe('two different coordinators', () => {
  test('verify a company together, and only then it is said', async () => {
    const companyId = await aNewCompany()
    const [first, second] = [await aStaff('coordinator'), await aStaff('coordinator')]
    expect(await decide(first, companyId, approval)).toBe('pending')
    expect(await standing(companyId)).toBe('pending')
    expect(await verifiedEvents(companyId)).toBe(0)
    expect(await decide(second, companyId, approval)).toBe('verified')
    expect(await standing(companyId)).toBe('verified')
    expect(await verifiedEvents(companyId)).toBe(1)
    expect((await decisionsOn(companyId)).map(({ userId }) => userId).toSorted()).toEqual(
      [first.userId, second.userId].toSorted(),
    )
    expect(await decisionsOn(companyId)).toMatchObject([{ humanContact: true }, { registerChecked: true }])
    const audited = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, companyId)),
    )
    expect(audited.map(({ action }) => action).toSorted()).toEqual([
      'company.approved',
      'company.approved',
      'company.verified',
    ])
  })

  test('are never one who approves twice', async () => {
    const companyId = await aNewCompany()
    const coordinator = await aStaff('coordinator')
    await decide(coordinator, companyId, approval)
    expect(await refusal(decide(coordinator, companyId, approval))).toMatchObject({
      code: 'conflict',
      reason: 'network_verify_same_coordinator',
    })
    expect(await standing(companyId)).toBe('pending')
    expect(await decisionsOn(companyId)).toHaveLength(1)
  })

  test('nor one who approves twice in the same instant', async () => {
    const companyId = await aNewCompany()
    const coordinator = await aStaff('coordinator')
    const both = await Promise.allSettled([0, 1].map(() => decide(coordinator, companyId, approval)))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await standing(companyId)).toBe('pending')
  })

  test('who approve at once verify it once', async () => {
    const companyId = await aNewCompany()
    const people = [await aStaff('coordinator'), await aStaff('coordinator')]
    const answers = await Promise.all(people.map((actor) => decide(actor, companyId, approval)))
    expect(answers.toSorted()).toEqual(['pending', 'verified'])
    expect(await verifiedEvents(companyId)).toBe(1)
  })
})

describe('an approval', () => {
  test('needs a human contact that somebody logged: a mail or a missed call is none', async () => {
    const coordinator = await aStaff('coordinator')
    for (const met of [null, { kind: 'mail' }, { kind: 'call', outcome: 'no_answer' }] as const) {
      const companyId = await aNewCompany(met)
      expect(await refusal(decide(coordinator, companyId, approval))).toMatchObject({
        code: 'refused',
        reason: 'network_verify_no_human_contact',
      })
      expect(await decisionsOn(companyId)).toEqual([])
    }
  })

  test('needs the register extract', async () => {
    const companyId = await aNewCompany()
    const coordinator = await aStaff('coordinator')
    const unchecked = { decision: 'approved', registerChecked: false, note: '' } as const
    expect(await refusal(decide(coordinator, companyId, unchecked))).toMatchObject({
      code: 'invalid',
      field: 'registerChecked',
    })
    const fields = ({ error }: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
      error?.issues.map(({ path }) => path[0])
    expect(fields(verifyCompanySchema.safeParse({ decision: 'approved' }))).toEqual(['registerChecked'])
    expect(fields(verifyCompanySchema.safeParse({ decision: 'rejected', note: ' ' }))).toEqual(['note'])
    expect(fields(verifyCompanySchema.safeParse({}))).toEqual(['decision'])
  })
})

describe('one rejection', () => {
  test('refuses the company with its reason, whoever approved before', async () => {
    const companyId = await aNewCompany()
    await decide(await aStaff('coordinator'), companyId, approval)
    expect(await decide(await aStaff('coordinator'), companyId, rejection)).toBe('rejected')
    expect(await standing(companyId)).toBe('rejected')
    expect(await decisionsOn(companyId)).toContainEqual(
      expect.objectContaining({ decision: 'rejected', note: 'La sede non esiste.' }),
    )
    expect(await refusal(decide(await aStaff('coordinator'), companyId, approval))).toMatchObject({
      code: 'conflict',
      reason: 'network_verify_decided',
    })
    expect(await verifiedEvents(companyId)).toBe(0)
  })

  test('needs no human contact', async () => {
    const companyId = await aNewCompany(null)
    expect(await decide(await aStaff('coordinator'), companyId, rejection)).toBe('rejected')
  })
})

describe('nobody else', () => {
  test('decides, or sees what waits', async () => {
    const companyId = await aNewCompany()
    for (const actor of [
      await aStaff('case_manager'),
      await aStaff('admin'),
      await anHrContact(companyId),
      await anHrContact(),
    ]) {
      expect(await refusal(decide(actor, companyId, approval))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(withActor(actor, listCompaniesToVerify))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(withActor(actor, (tx) => loadVerification(tx, companyId)))).toMatchObject({
        code: 'forbidden',
      })
    }
    expect(await decisionsOn(companyId)).toEqual([])
  })
})

describe('the list of companies to verify', () => {
  test('shows what waits, who has approved and what to look at twice', async () => {
    const coordinator = await aStaff('coordinator')
    const doubtful = await aNewCompany(null)
    const sound = await aNewCompany()
    await anOpening({ companyId: doubtful, kind: 'job', payMonthlyCents: null })
    await anOpening({ companyId: sound })
    await decide(coordinator, sound, approval)
    const listed = await withActor(coordinator, listCompaniesToVerify)
    const of = (id: CompanyId) => listed.find((company) => company.id === id)
    expect(of(doubtful)).toMatchObject({
      approvals: 0,
      approvedByMe: false,
      hints: ['no_register', 'no_pay', 'no_human_contact'],
    })
    expect(of(sound)).toMatchObject({ approvals: 1, approvedByMe: true, hints: [] })

    const view = await withActor(coordinator, (tx) => loadVerification(tx, sound))
    expect(view).toMatchObject({
      ...{ decidedByMe: true, hints: [], met: [{ kind: 'visit' }] },
      decisions: [{ decision: 'approved', by: coordinator.name }],
    })
    await decide(await aStaff('coordinator'), sound, approval)
    expect((await withActor(coordinator, listCompaniesToVerify)).map(({ id }) => id)).not.toContain(sound)
  })
})

import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { listCompaniesToVerify } from '#app/domain/companies/list-companies-to-verify.server.ts'
import { loadVerification } from '#app/domain/companies/load-verification.server.ts'
import { reconsiderCompany } from '#app/domain/companies/reconsider-company.server.ts'
import { verifyCompany } from '#app/domain/companies/verify-company.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const decide = (actor: Actor, companyId: CompanyId, decision: 'approved' | 'rejected') =>
  withActor(actor, (tx) =>
    verifyCompany(tx, companyId, { decision, registerChecked: true, note: 'La sede non esiste.' }),
  )
const reconsider = (actor: Actor, companyId: CompanyId) =>
  withActor(actor, (tx) => reconsiderCompany(tx, companyId, 'Ha cambiato sede: la visura ora torna.'))
const standing = async (companyId: CompanyId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, companyId)))
  return row?.verification
}

/** A company that somebody has met, approved by the first coordinator and refused by the second. */
async function refused(first: StaffActor, second: StaffActor): Promise<CompanyId> {
  const companyId = await aCompany({ verification: 'pending' })
  const by = await aStaff()
  await db.asSystem((tx) =>
    tx.insert(interactions).values({
      ...{ id: newId<string>(), orgId: by.orgId, companyId, userId: by.userId, minutes: 20 },
      ...{ kind: 'visit', outcome: 'positive', occurredAt: now(), createdAt: now() },
    }),
  )
  await decide(first, companyId, 'approved')
  await decide(second, companyId, 'rejected')
  return companyId
}

describe('a refused company', () => {
  test('waits again for two coordinators, who may be those of before', async () => {
    const [first, second] = [await aStaff('coordinator'), await aStaff('coordinator')]
    const companyId = await refused(first, second)
    await reconsider(second, companyId)
    expect(await standing(companyId)).toBe('pending')
    const [listed] = await withActor(first, async (tx) =>
      (await listCompaniesToVerify(tx)).filter(({ id }) => id === companyId),
    )
    expect(listed).toMatchObject({ approvals: 0, approvedByMe: false })
    expect(await decide(first, companyId, 'approved')).toBe('pending')
    expect(await decide(second, companyId, 'approved')).toBe('verified')
  })

  test('keeps what was decided and why it was opened again', async () => {
    const [first, second] = [await aStaff('coordinator'), await aStaff('coordinator')]
    const companyId = await refused(first, second)
    await reconsider(first, companyId)
    const { decisions, decidedByMe } = await withActor(first, (tx) => loadVerification(tx, companyId))
    expect(decidedByMe).toBe(false)
    expect(
      decisions.map(({ decision, userId, supersededAt }) => [decision, userId, supersededAt !== null]),
    ).toEqual([
      ['approved', first.userId, true],
      ['rejected', second.userId, true],
      ['reconsidered', first.userId, true],
    ])
    expect(decisions.at(-1)?.note).toBe('Ha cambiato sede: la visura ora torna.')
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, companyId)),
    )
    expect(acts.map(({ action }) => action)).toContain('company.reconsidered')
  })

  test('is listed apart, and opened again once', async () => {
    const coordinator = await aStaff('coordinator')
    const companyId = await refused(await aStaff('coordinator'), coordinator)
    const listed = await withActor(coordinator, (tx) => listCompaniesToVerify(tx, 'rejected'))
    expect(listed.map(({ id }) => id)).toContain(companyId)
    await reconsider(coordinator, companyId)
    await expect(reconsider(coordinator, companyId)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is opened again by coordinators alone', async () => {
    const coordinator = await aStaff('coordinator')
    const companyId = await refused(await aStaff('coordinator'), coordinator)
    for (const actor of [await aStaff(), await aStaff('admin'), await anHrContact(companyId)]) {
      await expect(reconsider(actor, companyId)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await standing(companyId)).toBe('rejected')
  })
})

import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listAccounts } from '#app/domain/accounts/list-accounts.server.ts'
import {
  addOrganisation,
  listOrganisations,
  renameOrganisation,
  setOrganisationActive,
} from '#app/domain/accounts/organisations.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import { deactivateAccount, reactivateAccount } from '#app/domain/accounts/set-account-active.server.ts'
import type { OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { organisations, sessions } from '#db/schema/accounts.ts'
import { auditLog } from '#db/schema/operations.ts'
import { anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser, accountRow, changeAccount } from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const all = { search: '', role: null, page: 1 }

const organisationRow = async (id: OrganisationId) =>
  (await db.asSystem((tx) => tx.select().from(organisations).where(eq(organisations.id, id))))[0]

describe('deactivating an account', () => {
  it('ends its sessions for good, under the administrator’s name', async () => {
    const [admin, anna] = [await aStaff('admin'), await aStaff()]
    const token = await db.asSystem((tx) =>
      startSession(tx, { userId: anna.userId, role: anna.role, complete: true, browser: aBrowser() }),
    )
    await withActor(admin, (tx) => deactivateAccount(tx, anna.userId))
    expect((await readSession(token)).actor.kind).toBe('anonymous')
    expect(await db.asSystem((tx) => tx.$count(sessions, eq(sessions.userId, anna.userId)))).toBe(0)
    await withActor(admin, (tx) => reactivateAccount(tx, anna.userId))
    expect((await accountRow(anna)).active).toBe(true)
    expect((await readSession(token)).actor.kind).toBe('anonymous')
    const told = await db.asSystem((tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.subjectId, anna.userId), eq(auditLog.actorRole, 'admin'))),
    )
    expect(told.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['account.deactivated', admin.userId],
      ['account.reactivated', admin.userId],
    ])
  })

  it('is not undone while the organisation is out of the network', async () => {
    const [admin, anna] = [await aStaff('admin'), await aStaff()]
    await withActor(admin, (tx) => deactivateAccount(tx, anna.userId))
    await withActor(admin, (tx) => setOrganisationActive(tx, anna.orgId, false))
    await expect(withActor(admin, (tx) => reactivateAccount(tx, anna.userId))).rejects.toMatchObject({
      reason: 'admin_organisation_left',
    })
    expect((await accountRow(anna)).active).toBe(false)
    await withActor(admin, (tx) => setOrganisationActive(tx, anna.orgId, true))
    await withActor(admin, (tx) => reactivateAccount(tx, anna.userId))
    expect((await accountRow(anna)).active).toBe(true)
  })

  it('is refused for oneself, for nobody, and to everybody but an administrator', async () => {
    const [admin, anna] = [await aStaff('admin'), await aStaff()]
    const refusals: [typeof admin, UserId, string][] = [
      [admin, admin.userId, 'admin_not_oneself'],
      [admin, newId<UserId>(), 'not_found'],
      [await aStaff('coordinator'), anna.userId, 'forbidden'],
      [anna, admin.userId, 'forbidden'],
    ]
    for (const [actor, userId, reason] of refusals) {
      await expect(withActor(actor, (tx) => deactivateAccount(tx, userId))).rejects.toMatchObject({ reason })
    }
    await expect(withActor(anna, (tx) => reactivateAccount(tx, admin.userId))).rejects.toMatchObject({
      reason: 'forbidden',
    })
    expect((await accountRow(admin)).active).toBe(true)
  })
})

describe('the list of accounts', () => {
  it('finds by name, address and role, a page at a time, and is closed to others', async () => {
    const admin = await aStaff('admin')
    const hr = await anHrContact()
    await changeAccount(hr, { name: 'Zoe 100%_Sconto', email: 'zoe@azienda.example' })
    for (let count = 0; count < 27; count += 1) {
      await changeAccount(await aStaff('coordinator', admin.orgId), { name: `Coordinatrice ${100 + count}` })
    }
    const list = (
      query: Partial<{ search: string; role: 'coordinator' | 'hr_contact' | null; page: number }>,
    ) => withActor(admin, (tx) => listAccounts(tx, { ...all, ...query }))

    const first = await list({ search: 'coordinatrice', role: 'coordinator' })
    expect([first.rows.length, first.total, first.pages]).toEqual([25, 27, 2])
    const last = await list({ search: 'coordinatrice', page: 99 })
    expect([last.page, last.rows.map(({ name }) => name)]).toEqual([
      2,
      ['Coordinatrice 125', 'Coordinatrice 126'],
    ])
    const [zoe] = (await list({ search: 'ZOE@azienda' })).rows
    expect(zoe).toMatchObject({
      role: 'hr_contact',
      state: 'active',
      of: expect.stringMatching(/^Azienda/) as string,
    })
    expect((await list({ search: '100%_' })).total).toBe(1)
    expect((await list({ search: '%' })).total).toBe(1)
    expect((await list({ search: 'zoe', role: 'coordinator' })).total).toBe(0)
    expect((await list({ search: 'coordinatrice 100' })).rows[0]?.state).toBe('invited')

    for (const role of ['case_manager', 'coordinator'] as const) {
      const staff = await aStaff(role)
      await expect(withActor(staff, (tx) => listAccounts(tx, all))).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })
})

describe('the organisations', () => {
  it('are added, renamed, taken out and in, each time told', async () => {
    const admin = await aStaff('admin')
    await withActor(admin, (tx) => addOrganisation(tx, { name: 'Cooperativa Ponte', place: '001272' }))
    const found = (await withActor(admin, listOrganisations)).find(({ name }) => name === 'Cooperativa Ponte')
    expect(found).toMatchObject({ place: 'Torino', active: true, people: 0 })
    const id = found?.id ?? newId<OrganisationId>()
    await withActor(admin, (tx) => renameOrganisation(tx, id, 'Cooperativa Il Ponte'))
    await withActor(admin, (tx) => setOrganisationActive(tx, id, false))
    expect(await organisationRow(id)).toMatchObject({ name: 'Cooperativa Il Ponte', active: false })
    await withActor(admin, (tx) => setOrganisationActive(tx, id, true))
    const told = await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, id)))
    expect(told.map(({ action }) => action)).toEqual([
      'organisation.added',
      'organisation.renamed',
      'organisation.deactivated',
      'organisation.reactivated',
    ])
  })

  it('stay while they have active accounts, and count only those', async () => {
    const admin = await aStaff('admin')
    const anna = await aStaff()
    const close = () => withActor(admin, (tx) => setOrganisationActive(tx, anna.orgId, false))
    await expect(close()).rejects.toMatchObject({ reason: 'admin_organisation_has_people' })
    expect((await organisationRow(anna.orgId))?.active).toBe(true)
    await changeAccount(anna, { active: false })
    await close()
    const row = (await withActor(admin, listOrganisations)).find(({ id }) => id === anna.orgId)
    expect(row).toMatchObject({ active: false, people: 0 })
  })

  it('are an administrator’s alone, and one that is not there is not found', async () => {
    const id = await anOrganisation()
    const coordinator = await aStaff('coordinator')
    const forbidden = { code: 'forbidden' }
    await expect(withActor(coordinator, listOrganisations)).rejects.toMatchObject(forbidden)
    await expect(withActor(coordinator, (tx) => renameOrganisation(tx, id, 'x'))).rejects.toMatchObject(
      forbidden,
    )
    await expect(withActor(coordinator, (tx) => setOrganisationActive(tx, id, false))).rejects.toMatchObject(
      forbidden,
    )
    const values = { name: 'x', place: '001272' }
    await expect(withActor(coordinator, (tx) => addOrganisation(tx, values))).rejects.toMatchObject(forbidden)
    const nowhere = newId<OrganisationId>()
    const admin = await aStaff('admin')
    const missing = { code: 'not_found' }
    await expect(withActor(admin, (tx) => renameOrganisation(tx, nowhere, 'x'))).rejects.toMatchObject(
      missing,
    )
    await expect(withActor(admin, (tx) => setOrganisationActive(tx, nowhere, true))).rejects.toMatchObject(
      missing,
    )
  })
})

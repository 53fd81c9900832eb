import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addCompanySchema } from '#app/domain/companies/add-company.schema.server.ts'
import { addCompany } from '#app/domain/companies/add-company.server.ts'
import { exampleVatId } from '#app/domain/companies/vat-id.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const form = (values: Record<string, string> = {}) => ({
  ...{ vatId: exampleVatId(), name: 'Officine Belforte', sector: 'metal', sizeBand: 'small' },
  ...{ place: 'Moncalieri (TO)', distinct: true, ...values },
})
const add = (actor: Actor, values: Record<string, string> = {}) =>
  withActor(actor, (tx) => addCompany(tx, addCompanySchema.parse(form(values))))
const errorsOf = (values: Record<string, string>) =>
  addCompanySchema.safeParse(form(values)).error?.issues.map(({ path, message }) => [path[0], message])

describe('a company that somebody of the network has met', () => {
  it('waits for verification, is led by who added it, and is said to the coordinators', async () => {
    const giulia = await aStaff()
    const vatId = exampleVatId()
    const spaced = `IT ${vatId.slice(0, 5)} ${vatId.slice(5)}`
    const id = await add(giulia, { vatId: spaced, website: 'www.belforte.example' })
    const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, id)))
    expect(row).toMatchObject({
      ...{ vatId, name: 'Officine Belforte', placeCode: '001156', website: 'https://www.belforte.example' },
      ...{ verification: 'pending', stage: 'new', leadUserId: giulia.userId, leadOrgId: giulia.orgId },
    })
    const told = await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.topic, 'company.added')))
    expect(told.filter(({ payload }) => payload.companyId === id)).toHaveLength(1)
    const acts = await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, id)))
    expect(acts.map(({ action }) => action)).toEqual(['company.added'])
  })

  it('comes with whom she talked to, where she says so', async () => {
    const id = await add(await aStaff(), {
      ...{ contactName: 'Giada Belforte', contactRole: 'owner', contactPhone: '011 555 0199' },
    })
    const rows = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.companyId, id)))
    expect(rows).toMatchObject([
      { name: 'Giada Belforte', role: 'owner', phone: '+390115550199', active: true, email: null },
    ])
  })

  it('is led by nobody when a coordinator adds it', async () => {
    const id = await add(await aStaff('coordinator'))
    const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, id)))
    expect(row).toMatchObject({ leadUserId: null, leadOrgId: null })
  })

  it('is there once: a known partita IVA is refused beside its field, also when two add it at once', async () => {
    const vatId = exampleVatId()
    await aCompany({ vatId })
    await expect(add(await aStaff(), { vatId })).rejects.toMatchObject({
      ...{ code: 'conflict', field: 'vatId', reason: 'relationship_vat_known' },
    })
    const [anna, bea, fresh] = [await aStaff(), await aStaff(), exampleVatId()]
    const both = await Promise.allSettled([add(anna, { vatId: fresh }), add(bea, { vatId: fresh })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is not added by an administrator or by a company', async () => {
    for (const actor of [await aStaff('admin'), await anHrContact()]) {
      await expect(add(actor)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('needs a right partita IVA, and a name beside an address or a number', () => {
    expect(errorsOf({ vatId: '12345678901' })).toEqual([['vatId', 'account_vat_wrong']])
    const nobody = [['contactName', 'relationship_contact_name_missing']]
    expect(errorsOf({ contactPhone: '011 555 0199' })).toEqual(nobody)
    expect(errorsOf({ contactEmail: 'giada@belforte.example' })).toEqual(nobody)
  })
})

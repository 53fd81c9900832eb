import { beforeAll, describe, expect, it } from 'vitest'
import type { NewCompany } from '#app/domain/companies/add-company.schema.server.ts'
import { addCompany } from '#app/domain/companies/add-company.server.ts'
import { duplicatesOf } from '#app/domain/companies/duplicates-of.server.ts'
import { similarCompanies } from '#app/domain/companies/similar-companies.server.ts'
import { exampleVatId } from '#app/domain/companies/vat-id.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, ContactId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let giulia: StaffActor
let forno: CompanyId
let officine: CompanyId

beforeAll(async () => {
  giulia = await aStaff()
  forno = await aCompany({ name: 'Panetteria Rossi & Figli S.n.c.', placeCode: '001272' })
  officine = await aCompany({
    ...{ name: 'Officine Belforte', placeCode: '004078', website: 'https://www.belforte.example/chi-siamo' },
  })
  await db.asSystem((tx) =>
    tx.insert(contacts).values({
      ...{ id: newId<ContactId>(), companyId: forno, name: 'Ada', email: 'ada@panerossi.example' },
      createdAt: now(),
    }),
  )
})

const similar = (name: string, more: { website?: string; emails?: string[]; placeCode?: string } = {}) =>
  withActor(giulia, (tx) =>
    similarCompanies(tx, { name, placeCode: '001272', website: null, emails: [], ...more }),
  )

describe('companies that may be the one in hand', () => {
  it('have a name that is the same but for its form, and nothing else in common with others', async () => {
    expect(await similar('PANETTERIA ROSSI E FIGLI srl')).toMatchObject([{ id: forno, shares: ['name'] }])
    expect(await similar('Panetteria Bianchi')).toEqual([])
    expect(await similar('Ristorante Gallo')).toEqual([])
  })

  it('share a site or the domain of their mail, but no service that anybody writes from', async () => {
    expect(await similar('Tutt’altro', { website: 'http://belforte.example' })).toMatchObject([
      { id: officine, shares: ['domain'] },
    ])
    expect(await similar('Tutt’altro', { emails: ['info@PaneRossi.example'] })).toMatchObject([{ id: forno }])
    await db.asSystem((tx) =>
      tx.insert(contacts).values({
        ...{ id: newId<ContactId>(), companyId: officine, name: 'Bea', email: 'bea@gmail.com' },
        createdAt: now(),
      }),
    )
    expect(await similar('Tutt’altro', { emails: ['altro@gmail.com'] })).toEqual([])
  })

  it('are never the company itself', async () => {
    expect(await withActor(giulia, (tx) => duplicatesOf(tx, forno))).toEqual({
      name: 'Panetteria Rossi & Figli S.n.c.',
      similar: [],
    })
  })

  it('stop a second entry until somebody says that it is another', async () => {
    const input = {
      ...{ vatId: exampleVatId(), name: 'Panetteria Rossi e Figli', sector: 'food-service' },
      ...{ sizeBand: 'micro', place: '001272', contactRole: 'hr', distinct: false },
    } as NewCompany
    const add = (distinct: boolean) => withActor(giulia, (tx) => addCompany(tx, { ...input, distinct }))
    await expect(add(false)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'duplicates_known',
      field: 'distinct',
    })
    const added = await add(true)
    expect(await similar('Panetteria Rossi')).toHaveLength(2)
    expect((await withActor(giulia, (tx) => duplicatesOf(tx, added))).similar).toMatchObject([{ id: forno }])
  })
})

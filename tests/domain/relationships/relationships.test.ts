import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import { lacksOf } from '#app/domain/companies/lacks.ts'
import { everyCompany, type PortfolioFilter } from '#app/domain/companies/portfolio.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import { networkRelationships } from '#app/domain/relationships/relationships.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')
const ago = (days: number) => new Date(+TODAY - days * DAY)

let elisa: StaffActor
let marco: StaffActor
let coordinator: StaffActor
let hotel: CompanyId
let restore: () => void

const talk = (
  companyId: CompanyId,
  by: StaffActor,
  days: number,
  outcome: 'neutral' | 'no_answer' = 'neutral',
) =>
  db.asSystem((tx) =>
    tx.insert(interactions).values({
      ...{ id: newId<string>(), orgId: by.orgId, companyId, userId: by.userId, kind: 'call', outcome },
      ...{ minutes: 10, occurredAt: ago(days), createdAt: ago(days) },
    }),
  )
const read = () => withActor(coordinator, networkRelationships)
const inPortfolio = async (filter: Partial<PortfolioFilter>) =>
  (
    await withActor(coordinator, (tx) =>
      listCompanies(tx, { ...everyCompany, sort: 'name', ...filter, page: 1, perPage: 50 }),
    )
  ).companies.map(({ name }) => name)

beforeAll(async () => {
  restore = setClock(() => TODAY)
  elisa = await aStaff()
  marco = await aStaff()
  coordinator = await aStaff('coordinator')
  const led = { leadOrgId: elisa.orgId, leadUserId: elisa.userId, lastContactAt: ago(3) }
  hotel = await aCompany({
    ...{ name: 'Albergo Po', sector: 'hotels', placeCode: '001272', stage: 'hosting', ...led },
    ...{ trustScore: 82, trustSlope: 'warming' },
  })
  await aCompany({
    ...{ name: 'Bar Dora', sector: 'food-service', placeCode: '001272', ...led },
    ...{ trustScore: 75, trustSlope: 'cooling' },
  })
  await aCompany({ name: 'Cascina Langa', sector: 'agriculture', placeCode: '004078', createdAt: ago(90) })
  await aCompany({ name: 'In pausa', sector: 'retail', placeCode: '004078', pausedUntil: ago(-5) })
  await aCompany({ name: 'Non chiamare', sector: 'retail', placeCode: '004078', doNotContact: true })
  await aCompany({ name: 'Respinta', sector: 'retail', placeCode: '004078', verification: 'rejected' })
  await aCompany({ name: 'Oltre confine', sector: 'retail', placeCode: '015146' })
  await aCompany({ name: 'Doppione', sector: 'hotels', placeCode: '096004', mergedInto: hotel })
  await withActor(elisa, (tx) => addTask(tx, { companyId: hotel, title: 'Passare', dueOn: '2026-11-30' }))
})
afterAll(() => restore())

describe('where relationships are heading', () => {
  it('is what the rows keep, the highest score first, and the portfolio shows the same companies', async () => {
    const { headings } = await read()
    expect(headings.map(({ slope, total }) => [slope, total])).toEqual([
      ['warming', 1],
      ['steady', 5],
      ['cooling', 1],
      ['at_risk', 0],
    ])
    expect(headings[0]?.companies).toEqual([
      { id: hotel, name: 'Albergo Po', score: 82, lead: elisa.name, lastContactAt: ago(3) },
    ])
    expect(await inPortfolio({ slope: 'cooling' })).toEqual(['Bar Dora'])
  })
})

describe('companies left alone', () => {
  it('are those that may be approached and lack a lead, a next touch or a real contact', async () => {
    const { leftAlone } = await read()
    expect(leftAlone.byLack).toEqual({ lead: 2, next_touch: 3, contact: 1 })
    expect(leftAlone.total).toBe(3)
    expect(leftAlone.companies.map(({ name, lacks }) => [name, lacks])).toEqual([
      ['Bar Dora', ['next_touch']],
      ['Cascina Langa', ['lead', 'next_touch', 'contact']],
      ['Oltre confine', ['lead', 'next_touch']],
    ])
    expect(await inPortfolio({ lack: 'any' })).toEqual(['Bar Dora', 'Cascina Langa', 'Oltre confine'])
    expect(await inPortfolio({ lack: 'lead' })).toEqual(['Cascina Langa', 'Oltre confine'])
    expect(await inPortfolio({ lack: 'contact' })).toEqual(['Cascina Langa'])
  })

  it('are told alike by the statement and by the rule, for every age of the last contact', async () => {
    const facts = [0, 59, 60, 61, 400, null].flatMap((days) =>
      [true, false].flatMap((isLed) => [true, false].map((planned) => ({ days, isLed, planned }))),
    )
    for (const { days, isLed, planned } of facts) {
      const lastContactAt = days === null ? null : ago(days)
      const lead = isLed ? { leadUserId: marco.userId, leadOrgId: marco.orgId } : {}
      const name = `Prova ${days} ${isLed} ${planned}`
      const id = await aCompany({ name, lastContactAt, ...lead, createdAt: ago(30), placeCode: '002158' })
      if (planned)
        await withActor(marco, (tx) => addTask(tx, { companyId: id, title: 'x', dueOn: '2026-12-01' }))
      const rule = lacksOf(
        { leadUserId: isLed ? marco.userId : null, planned, lastContactAt, createdAt: ago(30) },
        TODAY,
      )
      for (const lack of ['lead', 'next_touch', 'contact'] as const)
        expect([name, lack, (await inPortfolio({ lack, search: name })).includes(name)]).toEqual([
          name,
          lack,
          rule.includes(lack),
        ])
    }
  })
})

describe('relationships that hang on one person', () => {
  it('are the companies that she alone reached in a year; calls without an answer and older ones do not count', async () => {
    const [shared, hers, old] = [await aCompany(), await aCompany({ stage: 'posting' }), await aCompany()]
    await talk(hotel, elisa, 3)
    await talk(hotel, elisa, 300)
    await talk(hotel, marco, 400)
    await talk(hotel, marco, 20, 'no_answer')
    await talk(hers, elisa, 10)
    await talk(shared, elisa, 10)
    await talk(shared, marco, 11)
    await talk(old, marco, 370)
    const { soleKeepers } = await read()
    expect(soleKeepers).toMatchObject({ reached: 3, alone: 2 })
    expect(soleKeepers.keepers).toMatchObject([
      { id: elisa.userId, name: elisa.name, active: true, companies: 2, engaged: 2 },
    ])
    expect(await inPortfolio({ knownOnlyTo: elisa.userId })).toHaveLength(2)
    expect(await inPortfolio({ knownOnlyTo: marco.userId })).toEqual([])
  })
})

describe('cold ground', () => {
  it('is each territory and sector without a warm company, one that lies elsewhere among them', async () => {
    const { territories, sectors } = await read()
    const of = (key: string) => territories.find((line) => line.key === key)
    expect(of('TO')).toMatchObject({ warm: 1 })
    expect(of('TO')?.cold).toContain('food-service')
    expect(of('CN')).toMatchObject({ companies: 4, warm: 0 })
    expect(of('BI')).toEqual({ key: 'BI', companies: 0, warm: 0, cold: [] })
    expect(of('elsewhere')).toMatchObject({ companies: 1, warm: 0 })
    expect(sectors.find(({ key }) => key === 'hotels')).toMatchObject({ companies: 1, warm: 1, cold: [] })
  })
})

it('is for coordinators alone, and reading results leaves a line', async () => {
  for (const actor of [elisa, await aStaff('admin'), await anHrContact()])
    await expect(withActor(actor, networkRelationships)).rejects.toMatchObject({ code: 'forbidden' })
  const acts = await db.asSystem((tx) => tx.select().from(auditLog))
  expect(acts.filter(({ action }) => action === 'network.results_read')).not.toEqual([])
})

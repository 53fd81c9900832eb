import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { companyBoard } from '#app/domain/companies/company-board.server.ts'
import { companyMap } from '#app/domain/companies/company-map.server.ts'
import { exportCompanies } from '#app/domain/companies/export-companies.server.ts'
import { forgetView } from '#app/domain/companies/forget-view.server.ts'
import { joinGroup } from '#app/domain/companies/join-group.server.ts'
import { allGroups, groupsOf } from '#app/domain/companies/groups.server.ts'
import { leaveGroup } from '#app/domain/companies/leave-group.server.ts'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import { listViews } from '#app/domain/companies/list-views.server.ts'
import { everyCompany, type PortfolioFilter } from '#app/domain/companies/portfolio.ts'
import { saveView } from '#app/domain/companies/save-view.server.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { cards, placements } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')

const all: PortfolioFilter = { ...everyCompany, sort: 'name' }

let giulia: StaffActor
let marco: StaffActor
let coordinator: StaffActor
let hotel: CompanyId
let forno: CompanyId
let restore: () => void

const names = async (filter: Partial<PortfolioFilter>, actor: Actor = giulia) =>
  (
    await withActor(actor, (tx) => listCompanies(tx, { ...all, ...filter, page: 1, perPage: 50 }))
  ).companies.map(({ name }) => name)

beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
  marco = await aStaff()
  coordinator = await aStaff('coordinator')
  const led = { leadOrgId: giulia.orgId, leadUserId: giulia.userId, lastContactAt: TODAY }
  hotel = await aCompany({ name: 'Albergo Po', stage: 'hosting', placeCode: '001272', ...led })
  forno = await aCompany({ name: 'Forno Langa', placeCode: '004078', ...led })
  await aCompany({
    ...{ name: 'Muta', leadUserId: marco.userId, leadOrgId: marco.orgId, placeCode: '004078' },
    createdAt: new Date(+TODAY - 90 * DAY),
  })
  await aCompany({ name: 'Sola', placeCode: '001272' })
  await aCompany({ name: 'In pausa', pausedUntil: new Date(+TODAY + DAY), placeCode: '001272' })
  await aCompany({ name: 'Silente', doNotContact: true, placeCode: '001272' })
})
afterAll(() => restore())

describe('the portfolio', () => {
  it('finds who said "not now", and why, within a year', async () => {
    const { contactId } = await anHrContact(forno)
    const openingId = await anOpening({ companyId: forno, state: 'closed' })
    const card = { companyId: forno, contactId, openingId, proposedBy: marco.userId }
    const saidNo = (reason: string, answeredAt: Date) =>
      aCard({ ...card, card: { state: 'answered', answer: 'not_now', notNowReason: reason, answeredAt } })
    await saidNo('hours', new Date(+TODAY - 20 * DAY))
    await saidNo('language', new Date(+TODAY - 400 * DAY))
    expect(await names({ notNow: 'hours' })).toEqual(['Forno Langa'])
    expect(await names({ notNow: 'hours' }, coordinator)).toEqual(['Forno Langa'])
    expect(await names({ notNow: 'language' })).toEqual([])
  })

  it('counts what is open and what came of it, of whichever organisation the people are', async () => {
    const { contactId } = await anHrContact(hotel)
    const openingId = await anOpening({ companyId: hotel })
    await anOpening({ companyId: hotel, state: 'closed' })
    const proposed = { companyId: hotel, contactId, openingId, proposedBy: marco.userId }
    await aCard({ ...proposed, card: { state: 'answered', answer: 'interested', answeredAt: TODAY } })
    await aCard(proposed)
    const { cardId } = await aCard(proposed)
    await db.asSystem((tx) => tx.update(cards).set({ state: 'withdrawn' }).where(eq(cards.id, cardId)))
    await withActor(giulia, (tx) =>
      addTask(tx, { companyId: hotel, title: 'Mandare il modulo', dueOn: '2026-11-25' }),
    )
    for (const [kind, becameHire, startsOn] of [
      ['internship', true, '2026-03-02'],
      ['internship', false, '2026-04-02'],
      ['job', false, '2026-05-04'],
      ['job', false, '2026-12-04'],
    ] as const) {
      const { orgId, candidateId } = await aCandidate()
      const row = { orgId, id: newId<string>(), candidateId, companyId: hotel, kind, becameHire, startsOn }
      await db.asSystem((tx) => tx.insert(placements).values({ ...row, state: 'active', createdAt: TODAY }))
    }
    const found = await withActor(giulia, (tx) =>
      listCompanies(tx, { ...all, search: 'Albergo', page: 1, perPage: 5 }),
    )
    expect(found.companies).toMatchObject([
      { openOpenings: 1, promises: 1, hosted: 2, hired: 2, proposals: 2, answered: 1 },
    ])
  })

  it('is filtered by contacts, lead, comune, openings, and by what nobody tends', async () => {
    expect(await names({ standing: 'paused' })).toEqual(['In pausa'])
    expect(await names({ standing: 'do_not_contact' })).toEqual(['Silente'])
    expect(await names({ standing: 'open', place: '001272' })).toEqual(['Albergo Po', 'Sola'])
    expect(await names({ leadOrg: marco.orgId })).toEqual(['Muta'])
    expect(await names({ leadUser: giulia.userId })).toEqual(['Albergo Po', 'Forno Langa'])
    expect(await names({ hasOpenings: true })).toEqual(['Albergo Po'])
    expect(await names({ unattended: true })).toEqual(['Muta', 'Sola'])
    const muta = await withActor(marco, (tx) =>
      listCompanies(tx, { ...all, search: 'Muta', page: 1, perPage: 5 }),
    )
    const companyId = muta.companies[0]?.id ?? hotel
    await withActor(marco, (tx) => addTask(tx, { companyId, title: 'Passare', dueOn: '2026-11-30' }))
    expect(await names({ unattended: true })).toEqual(['Sola'])
    expect((await names({ sort: 'openings' }))[0]).toBe('Albergo Po')
  })

  it('is the same companies by rung and on the map', async () => {
    const columns = await withActor(coordinator, (tx) => companyBoard(tx, all, 2))
    expect(columns.map(({ stage, total, companies }) => [stage, total, companies.length])).toEqual([
      ['new', 5, 2],
      ...['contacted', 'in_dialogue', 'posting'].map((stage) => [stage, 0, 0]),
      ['hosting', 1, 1],
      ...['hiring', 'testimonial', 'ambassador'].map((stage) => [stage, 0, 0]),
    ])
    const points = await withActor(coordinator, (tx) => companyMap(tx, { ...all, standing: 'open' }))
    expect(points).toEqual([
      { placeCode: '001272', total: 2 },
      { placeCode: '004078', total: 2 },
    ])
  })

  it('leaves the product as one file of all pages, which is written down', async () => {
    const taken = await withActor(coordinator, (tx) => exportCompanies(tx, { ...all, place: '004078' }))
    expect(taken.map(({ name }) => name)).toEqual(['Forno Langa', 'Muta'])
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.action, 'companies.exported')),
    )
    expect(acts).toMatchObject([{ actorId: coordinator.userId, result: 'ok' }])
  })

  it('is nobody’s outside the network', async () => {
    const hr = await anHrContact(hotel)
    for (const read of [companyMap, exportCompanies]) {
      await expect(withActor(hr, async (tx) => void (await read(tx, all)))).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })
})

describe('a kept view', () => {
  const keep = (actor: Actor, name: string, shared = false, query = 'di=all&livello=hosting') =>
    withActor(actor, (tx) => saveView(tx, { name, shared, query }))
  const seenBy = async (actor: Actor) =>
    (await withActor(actor, listViews)).map(({ name, by }) => (by ? `${name} (${by})` : name))

  it('is one’s own until it is shared; its name again changes it', async () => {
    await keep(giulia, 'Da richiamare')
    expect(await seenBy(giulia)).toEqual(['Da richiamare'])
    expect(await seenBy(marco)).toEqual([])
    await keep(giulia, 'Da richiamare', true, 'di=mine')
    expect(await seenBy(marco)).toEqual([`Da richiamare (${giulia.name})`])
    const [view] = await withActor(giulia, listViews)
    expect(view).toMatchObject({ query: 'di=mine', shared: true })
    if (!view) throw new Error('no view')
    await expect(withActor(marco, (tx) => forgetView(tx, view.id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await withActor(giulia, (tx) => forgetView(tx, view.id))
    expect(await seenBy(marco)).toEqual([])
  })

  it('is one of thirty at most', async () => {
    for (let number = 0; number < 30; number++) await keep(marco, `Vista ${number}`)
    await expect(keep(marco, 'Una di troppo')).rejects.toMatchObject({ reason: 'portfolio_view_too_many' })
    await keep(marco, 'Vista 7', true)
  })
})

describe('an association', () => {
  it('is noted once, whoever writes its name, and leads to the companies that belong to it', async () => {
    const join = (companyId: CompanyId, name: string) =>
      withActor(giulia, (tx) => joinGroup(tx, companyId, { name, kind: 'association' }))
    await join(hotel, 'Unione Albergatori')
    await join(forno, 'UNIONE ALBERGATORI')
    const [group, ...others] = await withActor(giulia, allGroups)
    expect(others).toEqual([])
    expect(group).toMatchObject({ name: 'Unione Albergatori', members: 2 })
    if (!group) throw new Error('no group')
    expect(await names({ group: group.id })).toEqual(['Albergo Po', 'Forno Langa'])
    await expect(join(hotel, 'Unione Albergatori')).rejects.toMatchObject({ code: 'conflict' })
    await withActor(giulia, (tx) => leaveGroup(tx, forno, group.id))
    expect(await withActor(giulia, (tx) => groupsOf(tx, forno))).toEqual([])
    expect(await names({ group: group.id })).toEqual(['Albergo Po'])
  })
})

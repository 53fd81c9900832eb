import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { companyPage } from '#app/domain/companies/company-page.server.ts'
import { companyToManage } from '#app/domain/companies/company-to-manage.server.ts'
import { findCompanies } from '#app/domain/companies/find-companies.server.ts'
import { listCompanies, type CompanyFilter } from '#app/domain/companies/list-companies.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import type { TimelineTopic } from '#app/domain/companies/timeline-entry.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import { recordPlacement } from '#app/domain/placements/record-placement.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CardId, CompanyId, ProposalId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { keepScores } from '#app/domain/trust/keep-score.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')

let giulia: StaffActor
let marco: StaffActor
let coordinator: StaffActor
let restore: () => void

const all: CompanyFilter = { sort: 'name', page: 1, perPage: 20 }
const names = async (filter: Partial<CompanyFilter>, actor: Actor = giulia) =>
  (await withActor(actor, (tx) => listCompanies(tx, { ...all, ...filter }))).companies.map(({ name }) => name)

const visit = (actor: Actor, companyId: CompanyId) =>
  withActor(actor, (tx) => logInteraction(tx, companyId, { kind: 'visit', outcome: 'positive', minutes: 75 }))

beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
  marco = await aStaff('case_manager', giulia.orgId)
  coordinator = await aStaff('coordinator')
})
afterAll(() => restore())

describe('the list of companies', () => {
  let caffe: CompanyId

  beforeAll(async () => {
    caffe = await aCompany({
      name: 'Caffè della Mole',
      sector: 'food-service',
      stage: 'hosting',
      trustScore: 71,
    })
    await aCompany({
      name: 'Panificio Barbero',
      placeCode: '004078',
      leadUserId: giulia.userId,
      leadOrgId: giulia.orgId,
    })
    await aCompany({
      name: 'Officina 100% Ferro',
      leadUserId: marco.userId,
      leadOrgId: marco.orgId,
      trustScore: 30,
    })
    await aCompany({ name: 'Cascina Silenzio', createdAt: new Date(+TODAY - 95 * DAY) })
    await db.asSystem((tx) =>
      tx.insert(followUps).values({
        ...{ id: newId<never>(), subjectType: 'company', subjectId: caffe, companyId: caffe, kind: 'task' },
        ...{ template: 'by_hand', title: 'Richiamare', dueAt: new Date(+TODAY + DAY), createdAt: TODAY },
        ...{ assigneeId: marco.userId },
      }),
    )
  })

  it('is filtered by whose they are, stage, province and sector', async () => {
    expect(await names({})).toEqual([
      'Caffè della Mole',
      'Cascina Silenzio',
      'Officina 100% Ferro',
      'Panificio Barbero',
    ])
    expect(await names({ whose: 'mine' })).toEqual(['Panificio Barbero'])
    expect(await names({ whose: 'org' })).toEqual(['Officina 100% Ferro', 'Panificio Barbero'])
    expect(await names({ whose: 'org' }, coordinator)).toEqual([])
    expect(await names({ stage: 'hosting' })).toEqual(['Caffè della Mole'])
    expect(await names({ province: 'CN' })).toEqual(['Panificio Barbero'])
    expect(await names({ sector: 'food-service' })).toEqual(['Caffè della Mole'])
  })

  it('finds a name without its accents, with a slip, by a piece; and a sign is a sign', async () => {
    expect(await names({ search: 'CAFFE' })).toEqual(['Caffè della Mole'])
    expect(await names({ search: 'panifcio' })).toEqual(['Panificio Barbero'])
    expect(await names({ search: 'barb' })).toEqual(['Panificio Barbero'])
    expect(await names({ search: '100%' })).toEqual(['Officina 100% Ferro'])
    expect(await names({ search: '_%' })).toEqual([])
    const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, caffe)))
    expect(await names({ search: row?.vatId })).toEqual(['Caffè della Mole'])
  })

  it('is filtered by where trust is heading, as the night kept it from the events', async () => {
    await db.asSystem(async (tx) => {
      const ids = (await tx.select().from(companies)).map(({ id }) => id)
      await keepScores(tx, ids)
      // The rows of this test were made with a score that no event gives.
      await tx.update(companies).set({ trustScore: 71 }).where(eq(companies.id, caffe))
      await tx.update(companies).set({ trustScore: 30 }).where(eq(companies.name, 'Officina 100% Ferro'))
      await tx.update(companies).set({ trustScore: 50 }).where(eq(companies.name, 'Cascina Silenzio'))
    })
    const { companies: rows } = await withActor(giulia, (tx) => listCompanies(tx, all))
    expect(Object.fromEntries(rows.map(({ name, slope }) => [name, slope]))).toMatchObject({
      'Caffè della Mole': 'steady',
      'Cascina Silenzio': 'cooling',
    })
    expect(await names({ slope: 'cooling' })).toEqual(['Cascina Silenzio'])
    expect(await names({ slope: 'at_risk' })).toEqual([])
  })

  it('is sorted and paged, and says what comes next and whose turn it is', async () => {
    expect(await names({ sort: 'score' })).toEqual([
      'Caffè della Mole',
      'Cascina Silenzio',
      'Panificio Barbero',
      'Officina 100% Ferro',
    ])
    expect((await names({ sort: 'next' }))[0]).toBe('Caffè della Mole')
    const second = await withActor(giulia, (tx) => listCompanies(tx, { ...all, page: 2, perPage: 3 }))
    expect(second.total).toBe(4)
    expect(second.companies.map(({ name }) => name)).toEqual(['Panificio Barbero'])
    const first = await withActor(giulia, (tx) => listCompanies(tx, { ...all, search: 'caffe' }))
    expect(first.companies[0]?.next).toMatchObject({ title: 'Richiamare', by: marco.name })
  })

  it('finds another company to choose, never the one itself, and none before a word is typed', async () => {
    const find = (search: string, except: CompanyId) =>
      withActor(giulia, (tx) => findCompanies(tx, search, except))
    const other = newId<CompanyId>()
    expect((await find('caffe', other)).map(({ id }) => id)).toEqual([caffe])
    expect(await find('caffe', caffe)).toEqual([])
    expect(await find(' ', other)).toEqual([])
  })

  it('is for case managers and coordinators', async () => {
    for (const actor of [await anHrContact(caffe), await aStaff('admin')]) {
      await expect(names({}, actor)).rejects.toMatchObject({ code: 'forbidden' })
      for (const read of [companyPage, companyToManage]) {
        await expect(withActor(actor, async (tx) => void (await read(tx, caffe)))).rejects.toMatchObject({
          code: 'forbidden',
        })
      }
      await expect(
        withActor(actor, (tx) => timeline(tx, caffe, { page: 1, perPage: 10 })),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

/** A card of a person of Giulia's organisation to a company that welcomed it. */
async function aWelcomedCard(): Promise<{
  cardId: CardId
  companyId: CompanyId
  candidateId: string
  code: string
}> {
  const { companyId, contactId } = await anHrContact()
  const openingId = await anOpening({ companyId, title: 'Aiuto in cucina' })
  const { orgId, candidateId, code } = await aCandidate({ orgId: giulia.orgId })
  const cardId = newId<CardId>()
  await db.asSystem(async (tx) => {
    await tx.insert(cards).values({
      ...{ id: cardId, openingId, companyId, contactId, state: 'answered', answer: 'interested' },
      ...{ answeredAt: TODAY, openedAt: TODAY, week: '2026-11-16', sentAt: new Date('2026-11-18T15:00:00Z') },
    })
    await tx.insert(proposals).values({
      ...{ orgId, id: newId<ProposalId>(), candidateId, openingId, companyId, cardId },
      ...{ proposedBy: giulia.userId, at: new Date('2026-11-18T15:00:00Z') },
    })
  })
  return { cardId, companyId, candidateId, code }
}

describe('the page of a company', () => {
  it('explains the score: 50 and all points are the score that is kept on the row', async () => {
    const companyId = await aCompany({ createdAt: new Date(+TODAY - 100 * DAY) })
    await visit(giulia, companyId)
    const page = await withActor(coordinator, (tx) => companyPage(tx, companyId))
    const { explanation, line, next, slope } = page.trust
    const points = [...explanation.up, ...explanation.down].reduce((sum, one) => sum + one.points, 0)
    expect(50 + points + explanation.otherPoints).toBeCloseTo(explanation.score, 6)
    const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, companyId)))
    expect(row?.trustScore).toBeCloseTo(explanation.score, 1)
    expect(explanation.up[0]).toMatchObject({ kind: 'visit_held' })
    expect(explanation.down[0]).toMatchObject({ kind: 'silence_week' })
    expect(line).toHaveLength(24)
    expect(line.at(-1)).toMatchObject({
      date: '2026-11-23',
      causes: [
        { kind: 'visit_held', times: 1 },
        { kind: 'silence_week', times: 4 },
      ],
    })
    expect(line.at(-1)?.score).toBeCloseTo(explanation.score, 4)
    expect(line[0]).toMatchObject({ date: '2024-12-23', score: 50, causes: [] })
    expect(next[0]).toMatchObject({ kind: 'opening_posted' })
    expect(slope).toBe('steady')
    expect(page).toMatchObject({ stage: 'in_dialogue', climbed: { in_dialogue: TODAY } })
    expect(page.effort).toMatchObject({ minutes: 75, lastYear: 75, contacts: 1 })
  })

  it('does not exist for an unknown id', async () => {
    await expect(
      withActor(giulia, (tx) => companyPage(tx, crypto.randomUUID() as CompanyId)),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the timeline', () => {
  it('tells everything newest first, in pages, and nothing about any person', async () => {
    const { cardId, companyId, candidateId, code } = await aWelcomedCard()
    await visit(giulia, companyId)
    await withActor(giulia, (tx) =>
      recordPlacement(tx, cardId, { startsOn: '2026-11-23', endsOn: '2027-02-23', fundingSource: 'gol' }),
    )
    const read = (actor: Actor, page = 1, perPage = 50) =>
      withActor(actor, (tx) => timeline(tx, companyId, { page, perPage }))
    const { entries, total } = await read(coordinator)
    expect(total).toBe(entries.length)
    expect(entries.map(({ source }) => source).sort()).toEqual([
      'card_answered',
      'card_sent',
      'interaction',
      'lead',
      'opening_posted',
      'placement',
      'stage',
      'stage',
    ])
    const times = entries.map(({ at }) => +at)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${candidateId}|${code}|${cardId}|gol`))
    const aboutPersons = entries.filter(({ source }) => /card|placement/.test(source))
    for (const { weekOnly, at, by, org } of aboutPersons) {
      expect({ weekOnly, by, org }).toEqual({ weekOnly: true, by: null, org: null })
      // Monday midnight in Rome.
      expect(at.toISOString()).toMatch(/^2026-11-(15|22)T23:00:00/)
    }
    expect(await read(giulia)).toEqual({ entries, total })
    const paged = [...(await read(giulia, 1, 4)).entries, ...(await read(giulia, 2, 4)).entries]
    expect(paged).toEqual(entries)
  })

  it('is narrowed to one kind of thing', async () => {
    const companyId = await aCompany()
    await visit(giulia, companyId)
    const of = async (topic: TimelineTopic) =>
      (
        await withActor(marco, (tx) => timeline(tx, companyId, { page: 1, perPage: 9, part: 'past', topic }))
      ).entries.map(({ source }) => source)
    expect(await of('contacts')).toEqual(['interaction'])
    expect(await of('path')).toEqual(['lead', 'stage'])
    expect(await of('mails')).toEqual([])
  })

  it('tells apart what happened and what is planned', async () => {
    const companyId = await aCompany()
    await visit(giulia, companyId)
    await withActor(giulia, (tx) => addTask(tx, { companyId, title: 'Richiamare', dueOn: '2026-12-01' }))
    const sourcesOf = async (part: 'all' | 'past' | 'planned') =>
      (await withActor(marco, (tx) => timeline(tx, companyId, { page: 1, perPage: 9, part }))).entries.map(
        ({ source }) => source,
      )
    expect(await sourcesOf('planned')).toEqual(['planned'])
    expect(await sourcesOf('past')).toEqual(['interaction', 'lead', 'stage'])
    expect(await sourcesOf('all')).toEqual(['planned', 'interaction', 'lead', 'stage'])
  })
})

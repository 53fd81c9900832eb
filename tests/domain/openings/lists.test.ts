import { describe, expect, test } from 'vitest'
import { listOpeningsOfCompany } from '#app/domain/openings/list-openings-of-company.server.ts'
import { listOpenings, type OpeningFilter } from '#app/domain/openings/list-openings.server.ts'
import { listReceivedCards } from '#app/domain/openings/list-received-cards.server.ts'
import type { CardId, CompanyId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { cards } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { refusal } from './opening-looks.ts'

const db = useTestDatabase()

type CardRow = typeof cards.$inferInsert
async function aCard(
  openingId: OpeningId,
  companyId: CompanyId,
  values: Partial<CardRow> = {},
): Promise<CardId> {
  const id = newId<CardId>()
  const row = {
    id,
    openingId,
    companyId,
    contactId: newId(),
    week: '2026-11-16',
    sentAt: now(),
    ...values,
  } as CardRow
  await db.asSystem((tx) => tx.insert(cards).values(row))
  return id
}

describe('a company’s own list', () => {
  test('shows its openings only, what is open first, by pages', async () => {
    const hr = await anHrContact()
    const { companyId } = hr
    await anOpening()
    await anOpening({ companyId, state: 'closed', title: 'chiusa' })
    await anOpening({ companyId, state: 'draft', title: 'bozza', startLatest: null })
    await anOpening({ companyId, state: 'paused', title: 'pausa' })
    await anOpening({ companyId, title: 'aperta' })
    const states = ['open', 'draft', 'paused'] as const
    const page = (number: number) =>
      withActor(hr, (tx) => listOpeningsOfCompany(tx, { companyId, states, page: number, perPage: 2 }))
    const [first, second] = [await page(1), await page(2)]
    expect(first.total).toBe(3)
    expect([...first.openings, ...second.openings].map(({ title }) => title)).toEqual([
      'aperta',
      'bozza',
      'pausa',
    ])
    expect(first.openings[1]?.gaps.map(({ field }) => field)).toContain('startLatest')
  })

  test('is no business of another company', async () => {
    const [hr, other] = [await anHrContact(), await aCompany()]
    const asked = { companyId: other, states: ['open'] as const, page: 1, perPage: 10 }
    expect(await refusal(withActor(hr, (tx) => listOpeningsOfCompany(tx, asked)))).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('the cards that a company received', () => {
  test('are its own, those to be answered first, and tell nothing of what they show', async () => {
    const hr = await anHrContact()
    const { companyId } = hr
    const openingId = await anOpening({ companyId, title: 'Aiuto cucina' })
    const other = await aCompany()
    await aCard(await anOpening({ companyId: other }), other)
    const answered = await aCard(openingId, companyId, { state: 'answered', answer: 'talk' })
    const older = await aCard(openingId, companyId, { week: '2026-11-09' })
    const newer = await aCard(openingId, companyId)
    const states = ['sent', 'answered'] as const
    const { cards: seen, total } = await withActor(hr, (tx) =>
      listReceivedCards(tx, { companyId, states, page: 1, perPage: 10 }),
    )
    expect(total).toBe(3)
    expect(seen.map(({ id }) => id)).toEqual([newer, older, answered])
    expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['answer', 'id', 'openingTitle', 'state', 'week'])
  })

  test('are no business of another company, nor of staff', async () => {
    const companyId = await aCompany()
    const asked = { companyId, states: ['sent'] as const, page: 1, perPage: 10 }
    for (const actor of [await anHrContact(), await aStaff(), await aStaff('coordinator')])
      expect(await refusal(withActor(actor, (tx) => listReceivedCards(tx, asked)))).toMatchObject({
        code: 'not_found',
      })
  })
})

describe('the network’s list', () => {
  const everything: OpeningFilter = {
    state: 'open',
    kind: null,
    province: null,
    sector: null,
    page: 1,
    perPage: 100,
  }

  test('filters by state, kind, province and sector, newest first, and counts the cards sent', async () => {
    const caseManager = await aStaff()
    const hotel = await aCompany({ sector: 'hotels' })
    const day = (number: number) => ({ postedAt: new Date(Date.UTC(2026, 9, number)) })
    const torino = await anOpening({ companyId: hotel, kind: 'job', ...day(1) })
    const cuneo = await anOpening({ companyId: hotel, placeCode: '004078', ...day(2) })
    const paused = await anOpening({ companyId: hotel, state: 'paused', ...day(3) })
    await anOpening({ companyId: hotel, state: 'draft', title: 'bozza', postedAt: null })
    await anOpening()
    await aCard(cuneo, hotel)
    await aCard(cuneo, hotel)
    const ids = async (filter: Partial<OpeningFilter>) => {
      const asked = { ...everything, sector: 'hotels', ...filter }
      const { openings, total } = await withActor(caseManager, (tx) => listOpenings(tx, asked))
      return { ids: openings.map(({ id }) => id), total, sent: openings.map(({ cardsSent }) => cardsSent) }
    }
    expect(await ids({})).toEqual({ ids: [cuneo, torino], total: 2, sent: [2, 0] })
    expect(await ids({ kind: 'job' })).toMatchObject({ ids: [torino] })
    expect(await ids({ province: 'CN' })).toMatchObject({ ids: [cuneo] })
    expect(await ids({ province: 'VB' })).toMatchObject({ ids: [], total: 0 })
    expect(await ids({ state: 'paused' })).toMatchObject({ ids: [paused] })
    expect(await ids({ perPage: 1, page: 2 })).toMatchObject({ ids: [torino], total: 2 })
    const all = await withActor(caseManager, (tx) => listOpenings(tx, everything))
    expect(all.openings.map(({ title }) => title)).not.toContain('bozza')
  })

  test('is for case managers', async () => {
    for (const actor of [await anHrContact(), await aStaff('admin'), await aStaff('coordinator')])
      expect(await refusal(withActor(actor, (tx) => listOpenings(tx, everything)))).toMatchObject({
        code: 'forbidden',
      })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { effortsOf } from '#app/domain/network/efforts.server.ts'
import { lastTwelveMonths } from '#app/domain/network/period.ts'
import { networkRelationships } from '#app/domain/relationships/relationships.server.ts'
import { repliesOf } from '#app/domain/relationships/replies.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, CompanyId, ContactId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { candidates } from '#db/schema/candidates.ts'
import { cards, placements } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')
const period = lastTwelveMonths('2026-11-23')

let giulia: StaffActor
let coordinator: StaffActor
let hotel: CompanyId
let contactId: ContactId
let openingId: OpeningId
let restore: () => void

const sent = (on: string, card: Partial<typeof cards.$inferInsert> = {}) =>
  db.asSystem((tx) =>
    tx.insert(cards).values({
      ...{
        id: newId<CardId>(),
        openingId,
        companyId: hotel,
        contactId,
        week: '2026-01-05',
        sentAt: new Date(on),
      },
      ...card,
    }),
  )
const answered = (at: string) => ({ state: 'answered', answer: 'not_now', answeredAt: new Date(at) }) as const
const placed = async (values: Partial<typeof placements.$inferInsert>) => {
  const { orgId, candidateId } = await aCandidate({ orgId: giulia.orgId })
  await db.asSystem((tx) =>
    tx.insert(placements).values({
      ...{ orgId, id: newId<string>(), candidateId, companyId: hotel, kind: 'internship', state: 'active' },
      ...{ startsOn: '2026-03-02', createdAt: TODAY, ...values },
    }),
  )
}

beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
  coordinator = await aStaff('coordinator')
  hotel = await aCompany({ stage: 'hosting', leadOrgId: giulia.orgId, placeCode: '004078' })
  contactId = (await anHrContact(hotel)).contactId
  openingId = await anOpening({ companyId: hotel })
})
afterAll(() => restore())

describe('reply rates', () => {
  const of = () => withActor(coordinator, (tx) => repliesOf(tx, period))

  it('count proposals that had five working days in the twelve months, and their first answers', async () => {
    expect(period).toEqual({ from: '2025-11-01', to: '2026-11-01' })
    // Monday 2 March 2026: the fifth working day is Monday 9 March.
    await sent('2026-03-02T09:00:00Z', answered('2026-03-09T22:30:00Z'))
    await sent('2026-03-02T09:00:00Z', answered('2026-03-09T23:30:00Z'))
    await sent('2026-03-02T09:00:00Z')
    // The wish to talk was the answer, the decision came long after.
    await sent('2026-03-02T09:00:00Z', {
      ...answered('2026-06-01T09:00:00Z'),
      talkedAt: new Date('2026-03-03T09:00:00Z'),
    })
    // Over Easter: 1 April is a Wednesday, Monday 6 April no working day, so that Thursday 9 April is the fifth.
    await sent('2026-04-01T09:00:00Z', answered('2026-04-09T15:00:00Z'))
    // Answered, but after the months were over: unanswered in them.
    await sent('2026-10-01T09:00:00Z', answered('2026-11-10T09:00:00Z'))
    // What follows does not count: taken back in silence, still in its time, before the months.
    await sent('2026-05-04T09:00:00Z', { state: 'withdrawn' })
    await sent('2026-10-28T09:00:00Z', answered('2026-10-29T09:00:00Z'))
    await sent('2025-10-28T09:00:00Z', answered('2025-10-29T09:00:00Z'))
    // Taken back after its answer, which stays one.
    await sent('2026-05-04T09:00:00Z', { ...answered('2026-05-05T09:00:00Z'), state: 'withdrawn' })
    const counted = { sent: 7, inTime: 4, answered: 5 }
    expect(await of()).toEqual({
      network: { key: null, ...counted },
      stages: [{ key: 'hosting', ...counted }],
      organisations: [{ key: giulia.orgId, ...counted }],
      territories: [{ key: 'CN', ...counted }],
    })
  })

  it('of companies that nobody leads stand on a line of their own', async () => {
    const alone = await aCompany({ placeCode: '001272' })
    await sent('2026-03-02T09:00:00Z', { companyId: alone })
    const { organisations, territories } = await of()
    expect(organisations).toContainEqual({ key: null, sent: 1, inTime: 0, answered: 0 })
    expect(territories).toContainEqual({ key: 'TO', sent: 1, inTime: 0, answered: 0 })
    const { replies } = await withActor(coordinator, networkRelationships)
    expect(replies.territories.find(({ key }) => key === 'TO')).toEqual({
      ...{ key: 'TO', sent: '<5', inTime: null, answered: null },
    })
  })
})

describe('effort against result', () => {
  it('puts minutes beside what began in the same months, whichever organisation the people are of', async () => {
    const work = (minutes: number, on: string) =>
      db.asSystem((tx) =>
        tx.insert(interactions).values({
          ...{ id: newId<string>(), orgId: coordinator.orgId, companyId: hotel, userId: coordinator.userId },
          ...{ kind: 'call', outcome: 'no_answer', minutes, occurredAt: new Date(on), createdAt: TODAY },
        }),
      )
    await work(40, '2025-11-01T08:00:00Z')
    await work(20, '2026-10-31T20:00:00Z')
    await work(500, '2026-11-01T08:00:00Z')
    await placed({})
    await placed({ startsOn: '2025-09-01', becameHire: true, endsOn: '2026-02-27', state: 'completed' })
    await placed({ kind: 'job' })
    await placed({ kind: 'job', startsOn: '2026-11-02' })
    await placed({ startsOn: '2025-10-01' })
    const efforts = await withActor(coordinator, (tx) => effortsOf(tx, period))
    const all = { minutes: 60, hosted: 1, hired: 2 }
    expect(efforts).toEqual({
      network: { key: null, ...all },
      stages: [{ key: 'hosting', ...all }],
      organisations: [
        { key: coordinator.orgId, minutes: 60, hosted: 0, hired: 0 },
        { key: giulia.orgId, minutes: 0, hosted: 1, hired: 2 },
      ],
    })
  })

  it('leaves no small number on the page, and opens no person to whoever reads it', async () => {
    const { view, people } = await withActor(coordinator, async (tx) => {
      const view = await networkRelationships(tx)
      return { view, people: await tx.select().from(candidates) }
    })
    expect(people).toEqual([])
    const cells = [...view.efforts.stages, ...view.efforts.organisations].flatMap((row) => [
      row.hosted,
      row.hired,
    ])
    expect(cells.filter((cell) => typeof cell === 'number' && cell > 0 && cell < 5)).toEqual([])
    expect(cells).toContain('hidden')
    expect(view.efforts.stages).toHaveLength(9)
  })
})

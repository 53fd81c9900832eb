import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStandingSchema } from '#app/domain/companies/change-standing.schema.server.ts'
import { changeStanding } from '#app/domain/companies/change-standing.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { trustHistories } from '#app/domain/trust/trust-history.server.ts'
import { trustToday } from '#app/domain/trust/trust-today.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const ENTERED = new Date('2026-11-23T10:00:00Z')
const on = (days: number) => new Date(+ENTERED + days * DAY)
const dayOf = (days: number) => on(days).toISOString().slice(0, 10)

let restore: () => void
let today = 0
let giulia: StaffActor
let marta: StaffActor
beforeAll(async () => {
  restore = setClock(() => on(today))
  giulia = await aStaff()
  marta = await aStaff('coordinator')
})
afterAll(() => restore())

const enter = () => {
  today = 0
  return aCompany({ createdAt: ENTERED })
}
const stand = (id: CompanyId, day: number, values: Record<string, unknown>, actor = giulia) => {
  today = day
  const change = changeStandingSchema.parse({ reason: 'Cassa integrazione', ...values })
  return withActor(actor, (tx) => changeStanding(tx, id, change))
}
const pause = (id: CompanyId, day: number, until: number) =>
  stand(id, day, { standing: 'paused', until: dayOf(until) })
const reach = (id: CompanyId, day: number) => {
  today = day
  return withActor(giulia, (tx) => logInteraction(tx, id, { kind: 'call', outcome: 'neutral' }))
}

/** The days, counted from the first, on which silence cost a point. */
const silentDays = (id: CompanyId, at: number) =>
  db.asSystem(async (tx) => {
    const events = (await trustHistories(tx, [id], on(at))).get(id) ?? []
    return events.flatMap(({ kind, occurredAt }) =>
      kind === 'silence_week' ? [(+occurredAt - +ENTERED) / DAY] : [],
    )
  })
const scoreOn = (id: CompanyId, day: number) =>
  db.asSystem(async (tx) => (await trustToday(tx, [id], on(day))).get(id)?.score ?? NaN)

/** What the score was on each of some days does not fall by `act`. */
async function neverLowers(id: CompanyId, act: () => Promise<unknown>) {
  const days = [30, 61, 75, 100, 140, 200, 365]
  const before = await Promise.all(days.map((day) => scoreOn(id, day)))
  await act()
  for (const [index, day] of days.entries()) {
    expect({ day, lower: (await scoreOn(id, day)) < (before[index] ?? NaN) }).toEqual({ day, lower: false })
  }
}

describe('a silence that was agreed on', () => {
  it('costs nothing while it lasts, nor when somebody is reached after it', async () => {
    const id = await enter()
    await pause(id, 20, 100)
    expect(await silentDays(id, 101)).toEqual([])
    await neverLowers(id, () => reach(id, 101))
    expect(await silentDays(id, 160)).toEqual([])
    expect(await silentDays(id, 165)).toEqual([165])
  })

  it('nor when somebody is reached in the middle of it', async () => {
    const id = await enter()
    await pause(id, 20, 100)
    await neverLowers(id, () => reach(id, 80))
    expect(await silentDays(id, 139)).toEqual([])
    expect(await silentDays(id, 145)).toEqual([144])
  })

  it('is remembered when another one has followed', async () => {
    const id = await enter()
    await pause(id, 20, 100)
    await neverLowers(id, () => pause(id, 110, 200))
    expect(await silentDays(id, 150)).toEqual([102, 109])
    await neverLowers(id, () => reach(id, 199))
    expect(await silentDays(id, 210)).toEqual([102, 109])
  })

  it('ends when somebody opens the company before the day', async () => {
    const id = await enter()
    await pause(id, 20, 300)
    await stand(id, 90, { standing: 'open', reason: 'Ripartono prima' })
    await neverLowers(id, () => reach(id, 100))
    expect(await silentDays(id, 110)).toEqual([95])
  })

  it('is also the wish not to be contacted, for as long as it stood', async () => {
    const id = await enter()
    await stand(id, 20, { standing: 'do_not_contact' })
    expect(await silentDays(id, 90)).toEqual([])
    await stand(id, 90, { standing: 'open', reason: 'Ci ha richiamato' }, marta)
    await neverLowers(id, () => reach(id, 91))
    expect(await silentDays(id, 120)).toEqual([])
  })

  it('is read for many companies at once, by staff of any organisation', async () => {
    const paused = await enter()
    const left = await enter()
    await pause(paused, 20, 100)
    for (const actor of [marta, await aStaff()]) {
      const read = await withActor(actor, (tx) => trustHistories(tx, [paused, left], on(75)))
      expect([read.get(paused)?.length, read.get(left)?.length]).toEqual([0, 3])
    }
  })

  it('of which no record was kept is as long as the row says', async () => {
    const id = await enter()
    await db.asSystem((tx) =>
      tx
        .update(companies)
        .set({ pausedUntil: on(80) })
        .where(eq(companies.id, id)),
    )
    await neverLowers(id, () => reach(id, 79))
    expect(await silentDays(id, 140)).toEqual([])
  })
})

describe('an answer to a card', () => {
  it('breaks the silence, however late it comes', async () => {
    const id = await enter()
    const { contactId } = await anHrContact(id)
    const openingId = await anOpening({ companyId: id, postedAt: ENTERED, createdAt: ENTERED })
    const card = { state: 'answered', answer: 'not_now', notNowReason: 'hours', answeredAt: on(70) } as const
    expect(await silentDays(id, 90)).toEqual([60, 67, 74, 81, 88])
    await aCard({ companyId: id, contactId, openingId, proposedBy: giulia.userId, card })
    expect(await silentDays(id, 90)).toEqual([60, 67])
  })
})

import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmIncidentSchema } from '#app/domain/companies/confirm-incident.schema.server.ts'
import {
  confirmIncident,
  incidentsOf,
  withdrawIncident,
} from '#app/domain/companies/confirm-incident.server.ts'
import { recordReport } from '#app/domain/placements/record-report.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { anAnsweredCard, NOVEMBER_23, start } from '../placements/answered-card.ts'

const db = useTestDatabase()

let marta: StaffActor
let restore: () => void
beforeAll(async () => {
  restore = setClock(() => NOVEMBER_23)
  marta = await aStaff('coordinator')
})
afterAll(() => restore())

const confirm = (id: CompanyId, incident: string, actor: Actor = marta, day = '2026-11-20') =>
  withActor(actor, (tx) => confirmIncident(tx, id, confirmIncidentSchema.parse({ incident, day })))
const confirmed = (id: CompanyId) => withActor(marta, (tx) => incidentsOf(tx, id))
const withdraw = (id: CompanyId, event: string, actor: Actor = marta) =>
  withActor(actor, (tx) => withdrawIncident(tx, id, event))
const score = (id: CompanyId) =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(companies).where(eq(companies.id, id))
    return row?.trustScore ?? NaN
  })

describe('an incident that a coordinator confirms', () => {
  it('weighs on the score, once a day, and leaves no trace once it is withdrawn', async () => {
    const id = await aCompany({ createdAt: NOVEMBER_23 })
    await confirm(id, 'late_pay')
    expect(await score(id)).toBeLessThan(30)
    await expect(confirm(id, 'late_pay')).rejects.toMatchObject({ code: 'conflict', field: 'day' })
    await confirm(id, 'incident')
    for (const { id: event } of await confirmed(id)) await withdraw(id, event)
    expect(await confirmed(id)).toEqual([])
    expect(await score(id)).toBe(50)
  })

  it('is hers to withdraw where a case manager confirmed it, and only of that company', async () => {
    const giulia = await aStaff()
    const { cardId, companyId } = await anAnsweredCard(giulia)
    await start(giulia, cardId)
    const report = { report: 'late_pay', day: '2026-11-20' } as const
    await withActor(giulia, (tx) => recordReport(tx, cardId, report))
    const [late] = await confirmed(companyId)
    expect(late).toMatchObject({ incident: 'late_pay' })
    await expect(withdraw(await aCompany(), late?.id ?? '')).rejects.toMatchObject({ code: 'conflict' })
    await withdraw(companyId, late?.id ?? '')
    expect(await confirmed(companyId)).toEqual([])
  })

  it('is confirmed, read and withdrawn by coordinators alone', async () => {
    const id = await aCompany()
    await confirm(id, 'incident')
    const [event] = await confirmed(id)
    for (const other of [await aStaff(), await aStaff('admin'), await anHrContact(id)]) {
      const forbidden = { code: 'forbidden' }
      await expect(confirm(id, 'late_pay', other)).rejects.toMatchObject(forbidden)
      await expect(withActor(other, (tx) => incidentsOf(tx, id))).rejects.toMatchObject(forbidden)
      await expect(withdraw(id, event?.id ?? '', other)).rejects.toMatchObject(forbidden)
    }
    expect(await confirmed(id)).toHaveLength(1)
  })
})

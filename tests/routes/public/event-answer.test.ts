import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callOffEvent } from '#app/domain/events/call-off-event.server.ts'
import { invitationLink } from '#app/domain/events/invitation-link.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { EventId, InvitationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { action, loader } from '#app/routes/public/event-answer/route.tsx'
import { contacts, interactions } from '#db/schema/companies.ts'
import { eventInvitations } from '#db/schema/events.ts'
import { outbox } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anEvent, anInvitation } from '#tests/support/factories/events.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { callRoute } from '../account/call-route.ts'

const db = useTestDatabase()
let at: number
let restore: () => void
let marta: StaffActor
let hr: HrActor
let eventId: EventId
let invitationId: InvitationId
let path: string
beforeEach(async () => {
  at = Date.parse('2026-11-17T09:00:00Z')
  restore = setClock(() => new Date(at))
  marta = await aStaff('coordinator')
  hr = await anHrContact()
  eventId = await anEvent(marta)
  invitationId = await anInvitation(marta, eventId, hr.companyId)
  path = invitationLink(invitationId, hr.contactId)
})
afterEach(() => restore())

const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const open = (link = path) => callRoute(loader, link, { params: { token: tokenOf(link) } })
const press = (form: Record<string, string>, link = path) =>
  callRoute(action, link, { params: { token: tokenOf(link) }, form })
const answer = () =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(eventInvitations).where(eq(eventInvitations.id, invitationId))
    return row?.answer
  })

describe('the link of an invitation', () => {
  it('changes nothing by being opened, however often', async () => {
    const written = () => db.asSystem((tx) => Promise.all([tx.$count(outbox), tx.$count(interactions)]))
    const before = await written()
    for (let times = 0; times < 3; times++)
      expect(await open()).toMatchObject({
        status: 200,
        data: { event: { title: 'Porte aperte in laboratorio', answer: null, state: 'to_come' } },
      })
    expect(await answer()).toBeNull()
    expect(await written()).toEqual(before)
  })

  it('answers by one press, and takes another answer until the event begins', async () => {
    expect((await press({ answer: 'coming' })).status).toBe(303)
    expect(await answer()).toBe('coming')
    expect((await press({ answer: 'declined' })).status).toBe(303)
    expect(await open()).toMatchObject({ data: { event: { answer: 'declined' } } })
    expect((await press({ answer: 'perhaps' })).status).toBe(400)
    at = Date.parse('2026-12-03T09:00:00Z')
    expect((await open()).status).toBe(410)
    await expect(press({ answer: 'coming' })).resolves.not.toMatchObject({ status: 303 })
    expect(await answer()).toBe('declined')
  })

  it('says that an event is off, and answers nothing then', async () => {
    await withActor(marta, (tx) => callOffEvent(tx, eventId, 'Sala occupata'))
    const { data } = await open()
    expect(data).toMatchObject({ event: { state: 'called_off' } })
    expect(JSON.stringify(data)).not.toContain('Sala occupata')
    expect((await press({ answer: 'coming' })).status).toBe(409)
    expect(await answer()).toBeNull()
  })

  it('altered, of another contact or of somebody who has left opens nothing', async () => {
    const other = await anHrContact()
    for (const link of [`${path}x`, invitationLink(invitationId, other.contactId), '/evento/a.b.c']) {
      expect(await open(link)).toMatchObject({ status: 410, data: { event: null } })
      await expect(press({ answer: 'coming' }, link)).resolves.not.toMatchObject({ status: 303 })
    }
    await db.asSystem((tx) => tx.update(contacts).set({ active: false }).where(eq(contacts.id, hr.contactId)))
    expect((await open()).status).toBe(410)
    expect(await answer()).toBeNull()
  })
})

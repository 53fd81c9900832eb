import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerInvitation, readInvitation } from '#app/domain/events/answer-invitation.server.ts'
import { callOffEvent } from '#app/domain/events/call-off-event.server.ts'
import { invitationsOfCompany } from '#app/domain/events/invitations-of-company.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { invitationLines } from '#app/web/company/invitation-lines.server.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anEvent, anInvitation } from '#tests/support/factories/events.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()
const BEFORE = new Date('2026-11-17T09:00:00Z')
const BEGUN = new Date('2026-12-03T09:00:00Z')

let today: Date
let restore: () => void
let elisa: StaffActor
let hr: HrActor
beforeEach(async () => {
  today = BEFORE
  restore = setClock(() => today)
  elisa = await aStaff('case_manager')
  hr = await anHrContact()
})
afterEach(() => restore())

const seenBy = (reader: HrActor) => withActor(reader, (tx) => invitationsOfCompany(tx, reader.companyId))
const tokenOf = (link: string) => link.replace('/evento/', '')

describe('the invitations that a company reads in its area', () => {
  it('are its own, the next day first, and lead to its answer', async () => {
    const later = await anEvent(elisa, { title: 'Tavolo', day: '2026-12-10' })
    const sooner = await anEvent(elisa)
    await anInvitation(elisa, later, hr.companyId)
    await anInvitation(elisa, sooner, hr.companyId)
    const lines = invitationLines(await seenBy(hr), hr.contactId)
    expect(lines.map(({ title, answer }) => [title, answer])).toEqual([
      ['Porte aperte in laboratorio', null],
      ['Tavolo', null],
    ])
    const token = tokenOf(lines[0]?.link ?? '')
    expect(await readInvitation(token)).toMatchObject({ title: 'Porte aperte in laboratorio' })
    await answerInvitation(token, 'coming')
    expect((await seenBy(hr)).map(({ answer }) => answer)).toEqual(['coming', null])
  })

  it('end when the event begins, and when it is called off', async () => {
    const event = await anEvent(elisa)
    const off = await anEvent(elisa, { day: '2026-12-10' })
    await anInvitation(elisa, event, hr.companyId)
    await anInvitation(elisa, off, hr.companyId)
    await withActor(elisa, (tx) => callOffEvent(tx, off, 'La sala manca'))
    expect(await seenBy(hr)).toHaveLength(1)
    today = BEGUN
    expect(await seenBy(hr)).toEqual([])
  })

  it('are no other company’s, and the events of the network stay the network’s', async () => {
    const [event, closed] = [await anEvent(elisa), await anEvent(elisa)]
    const stranger = await anHrContact()
    await anInvitation(elisa, event, hr.companyId)
    await anInvitation(elisa, closed, (await anHrContact()).companyId)
    expect(await seenBy(stranger)).toEqual([])
    await expect(withActor(stranger, (tx) => invitationsOfCompany(tx, hr.companyId))).rejects.toMatchObject({
      code: 'not_found',
    })
    const rows = (reader: HrActor) =>
      withActor(reader, async (tx) => [await tx.$count(events), await tx.$count(eventInvitations)])
    expect(await rows(stranger)).toEqual([0, 0])
    expect(await rows(hr)).toEqual([1, 1])
  })
})

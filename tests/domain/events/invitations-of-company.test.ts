import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerInvitation, readInvitation } from '#app/domain/events/answer-invitation.server.ts'
import { callOffEvent } from '#app/domain/events/call-off-event.server.ts'
import { invitationLink } from '#app/domain/events/invitation-link.server.ts'
import { invitationsOfCompany } from '#app/domain/events/invitations-of-company.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { invitationLines } from '#app/web/company/invitation-lines.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anEvent, anInvitation } from '#tests/support/factories/events.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
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

  it('end when the event begins, and say when it is called off, not why', async () => {
    const event = await anEvent(elisa)
    const off = await anEvent(elisa, { day: '2026-12-10' })
    await anInvitation(elisa, event, hr.companyId)
    await anInvitation(elisa, off, hr.companyId)
    await withActor(elisa, (tx) => callOffEvent(tx, off, 'La sala manca'))
    const seen = await seenBy(hr)
    expect(seen.map(({ calledOff }) => calledOff)).toEqual([false, true])
    expect(JSON.stringify(seen)).not.toContain('La sala manca')
    today = BEGUN
    expect(await seenBy(hr)).toMatchObject([{ calledOff: true }])
  })

  it('are answered by whoever of the company opens them', async () => {
    const bruno = await anHrContact(hr.companyId)
    await anInvitation(elisa, await anEvent(elisa), hr.companyId)
    const [line] = invitationLines(await seenBy(bruno), bruno.contactId)
    await answerInvitation(tokenOf(line?.link ?? ''), 'declined')
    const answeredBy = await withActor(elisa, (tx) =>
      tx
        .select({ contactId: interactions.contactId })
        .from(interactions)
        .where(eq(interactions.companyId, hr.companyId)),
    )
    expect(answeredBy).toEqual([{ contactId: bruno.contactId }])
  })

  it('are one for an event, the answered one, where two firms turned out to be one', async () => {
    const event = await anEvent(elisa)
    const twin = await anHrContact()
    await anInvitation(elisa, event, hr.companyId)
    const answered = await anInvitation(elisa, event, twin.companyId)
    await answerInvitation(tokenOf(invitationLink(answered, twin.contactId)), 'coming')
    await db.asSystem((tx) =>
      tx.update(eventInvitations).set({ companyId: hr.companyId }).where(eq(eventInvitations.id, answered)),
    )
    expect((await seenBy(hr)).map(({ answer }) => answer)).toEqual(['coming'])
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
    for (const [column, table] of [
      ['org_id', 'events'],
      ['called_off_why', 'events'],
      ['invited_by', 'event_invitations'],
      ['org_id', 'event_organisations'],
    ])
      await expect(
        withActor(hr, (tx) => tx.execute(sql.raw(`select ${column ?? ''} from ${table ?? ''}`))),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

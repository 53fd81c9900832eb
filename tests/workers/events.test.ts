import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerInvitation } from '#app/domain/events/answer-invitation.server.ts'
import { callOffEvent } from '#app/domain/events/call-off-event.server.ts'
import { editEvent } from '#app/domain/events/edit-event.server.ts'
import { invitationLink } from '#app/domain/events/invitation-link.server.ts'
import { inviteOrganisations } from '#app/domain/events/invite-organisations.server.ts'
import { recordAttendance } from '#app/domain/events/record-attendance.server.ts'
import { invitedCompanies } from '#app/domain/events/read-event.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { EventId, InvitationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { users } from '#db/schema/accounts.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { anEvent, anInvitation, eventFields } from '#tests/support/factories/events.ts'
import { runDaily } from '#workers/daily.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { QUICK, runAll } from './run-all.ts'
import { day, useScene } from './scene.ts'

const scene = useScene()
const { db, plan, planned, mailbox, subjects } = scene

let marta: StaffActor
let eventId: EventId
beforeEach(async () => {
  marta = await aStaff('coordinator')
  eventId = await anEvent(marta)
})

const invite = async (): Promise<InvitationId> => {
  const id = await anInvitation(marta, eventId, scene.hr.companyId)
  await runAll()
  return id
}
const wait = async (by: number) => {
  scene.at += by
  await sweepOnce(QUICK)
  await runAll()
}
const link = (id: InvitationId) => invitationLink(id, scene.hr.contactId).split('/').at(-1) ?? ''
const say = async (id: InvitationId, answer: 'coming' | 'declined') => {
  await answerInvitation(link(id), answer)
  await runAll()
}
const attend = async (came: InvitationId[], shown: InvitationId[]) => {
  await withActor(marta, (tx) => recordAttendance(tx, eventId, { came, shown }))
  await runAll()
}
const whyOf = async (rule: string) =>
  (await plan()).filter(({ ruleKey }) => ruleKey === rule).map(({ why }) => why)

describe('an invitation', { timeout: 60_000 }, () => {
  it('leaves by mail with its day, its place and a link that answers, and can be ended with one click', async () => {
    const id = await invite()
    const [mail] = await mailbox()
    expect(mail?.subject).toBe('Un invito per la vostra azienda')
    expect(mail?.text).toContain('giovedì 3 dicembre 2026, dalle 10:00 alle 12:30, via Cigna 14, Torino')
    expect(mail?.text).toContain('Due ore per vedere come lavorano altre aziende.')
    expect(mail?.text).toContain(invitationLink(id, scene.hr.contactId))
    expect(mail?.headers).toContain('List-Unsubscribe')
    expect(await withActor(marta, (tx) => invitedCompanies(tx, eventId))).toMatchObject([{ sending: 'sent' }])
  })

  it('made at night waits for the morning', async () => {
    scene.at = Date.parse('2026-11-17T20:00:00Z')
    await invite()
    expect(await mailbox()).toEqual([])
    expect((await planned('event_invitation')).map(({ dueAt }) => dueAt.toISOString())).toEqual([
      '2026-11-18T07:30:00.000Z',
    ])
    await wait(11.6 * HOUR)
    expect(await subjects()).toEqual(['Un invito per la vostra azienda'])
  })

  it('is the third message of the week: somebody asks by voice', async () => {
    for (let count = 0; count < 2; count++) {
      eventId = await anEvent(marta)
      await invite()
    }
    eventId = await anEvent(marta)
    await invite()
    expect(await subjects()).toHaveLength(2)
    expect(await planned('event_invitation')).toMatchObject([{ kind: 'task', assigneeId: scene.lead.userId }])
    expect(await withActor(marta, (tx) => invitedCompanies(tx, eventId))).toMatchObject([
      { sending: 'to_ask' },
    ])
  })

  it('goes by voice where nobody reads our mail', async () => {
    await db.asSystem((tx) =>
      tx.update(contacts).set({ unsubscribedAt: now() }).where(eq(contacts.id, scene.hr.contactId)),
    )
    await invite()
    expect(await mailbox()).toEqual([])
    expect(await planned('event_invite_by_voice')).toMatchObject([
      { kind: 'task', assigneeId: scene.lead.userId },
    ])
    expect(await planned('event_reminder')).toEqual([])
  })

  it('is remembered once where nobody answered, and no more after an answer', async () => {
    const id = await invite()
    scene.at += DAY
    await runDaily()
    expect((await planned('event_reminder')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-11-25'])
    await say(id, 'declined')
    expect(await planned('event_reminder')).toEqual([])
    expect(await whyOf('event_reminder')).toEqual(['event_declined'])
  })

  it('answered by a person of hers stops nobody who waits for another answer', async () => {
    const id = await invite()
    const silent = await planned('no_contact')
    await say(id, 'coming')
    // The count of the days of silence begins anew, because it is a contact.
    expect((await planned('no_contact')).map(({ dueAt }) => day(dueAt))).toEqual(
      silent.map(({ dueAt }) => day(dueAt)),
    )
    const [company] = await db.asSystem((tx) =>
      tx.select().from(companies).where(eq(companies.id, scene.hr.companyId)),
    )
    expect(company?.lastContactAt).toEqual(new Date(scene.at))
  })
})

describe('an event that changes', { timeout: 60_000 }, () => {
  const move = async (values: Parameters<typeof eventFields>[0], version = 1) => {
    await withActor(marta, (tx) => editEvent(tx, eventId, { ...eventFields(values), version }))
    await runAll()
  }

  it('is told to whoever has heard of it, and not to whoever hears of it only now', async () => {
    await invite()
    await wait(HOUR)
    await move({ day: '2026-12-10' })
    expect(await subjects()).toEqual([
      'Un invito per la vostra azienda',
      'L’incontro è cambiato: giorno e luogo nuovi',
    ])
    expect((await mailbox()).at(-1)?.text).toContain('giovedì 10 dicembre 2026')
    eventId = await anEvent(marta)
    await move({ place: 'via Po 1, Torino' })
    await wait(8 * DAY)
    await invite()
    expect((await subjects()).slice(2).filter((subject) => subject.startsWith('L’incontro'))).toEqual([])
  })

  it('in other words only, tells nobody', async () => {
    await invite()
    await wait(HOUR)
    await move({ purpose: 'Tre ore.' })
    expect(await subjects()).toHaveLength(1)
  })

  it('called off before its invitations left sends none of them', async () => {
    scene.at = Date.parse('2026-11-17T20:00:00Z')
    await invite()
    await withActor(marta, (tx) => callOffEvent(tx, eventId, 'La sala non è più libera'))
    await runAll()
    await wait(2 * DAY)
    expect(await mailbox()).toEqual([])
    expect(await whyOf('event_invitation')).toEqual(['event_called_off'])
  })

  it('called off afterwards is told to whoever knew and had not declined, with no reason', async () => {
    await invite()
    await wait(HOUR)
    await withActor(marta, (tx) => callOffEvent(tx, eventId, 'La sala non è più libera'))
    await runAll()
    expect(await subjects()).toEqual(['Un invito per la vostra azienda', 'L’incontro non si tiene'])
    expect((await mailbox()).at(-1)?.text).not.toContain('La sala')
    const declined = await anEvent(marta)
    eventId = declined
    await wait(8 * DAY)
    await say(await invite(), 'declined')
    await withActor(marta, (tx) => callOffEvent(tx, eventId, 'Altro'))
    await runAll()
    expect((await subjects()).filter((subject) => subject === 'L’incontro non si tiene')).toHaveLength(1)
  })
})

describe('after an event', { timeout: 60_000 }, () => {
  const AFTER = Date.parse('2026-12-03T15:00:00Z')

  it('the lead thanks whoever came, the working day after', async () => {
    const id = await invite()
    await say(id, 'coming')
    scene.at = AFTER
    await attend([id], [id])
    expect(await planned('event_thanks')).toMatchObject([
      { kind: 'task', assigneeId: scene.lead.userId, subjectType: 'event_invitation', subjectId: id },
    ])
    expect((await planned('event_thanks')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-12-04'])
  })

  it('calls whoever had said yes and did not come, and nobody else', async () => {
    const id = await invite()
    await say(id, 'coming')
    scene.at = AFTER
    await attend([], [id])
    expect(await planned('event_thanks')).toEqual([])
    expect((await planned('event_missed_call')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-12-07'])
    await attend([id], [id])
    expect(await planned('event_missed_call')).toEqual([])
    expect(await planned('event_thanks')).toHaveLength(1)
  })
})

describe('an organisation that is invited', { timeout: 60_000 }, () => {
  it('has a mail for each of its people at work, once', async () => {
    const giulia = await aStaff('case_manager')
    const gone = await aStaff('case_manager', giulia.orgId)
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, gone.userId)))
    await withActor(marta, (tx) => inviteOrganisations(tx, eventId, [giulia.orgId]))
    await withActor(marta, (tx) => inviteOrganisations(tx, eventId, [giulia.orgId]))
    await runAll()
    const mails = await mailbox()
    expect(mails.map(({ subject }) => subject)).toEqual(['Un evento della rete: ci sarete?'])
    expect(mails[0]?.text).toContain(`/lavoro/eventi/${eventId}`)
    await withActor(marta, (tx) => callOffEvent(tx, eventId, 'Altro'))
    await runAll()
    expect(await subjects()).toEqual([
      'Un evento della rete: ci sarete?',
      'Un evento della rete non si tiene',
    ])
  })
})

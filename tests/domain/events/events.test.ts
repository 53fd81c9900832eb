import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callOffEvent } from '#app/domain/events/call-off-event.server.ts'
import { companiesToInvite } from '#app/domain/events/companies-to-invite.server.ts'
import { editEvent } from '#app/domain/events/edit-event.server.ts'
import { inviteCompanies } from '#app/domain/events/invite-companies.server.ts'
import { listEvents } from '#app/domain/events/list-events.server.ts'
import { noteAnswer } from '#app/domain/events/note-answer.server.ts'
import { invitedCompanies, readEvent } from '#app/domain/events/read-event.server.ts'
import { recordAttendance } from '#app/domain/events/record-attendance.server.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import { ownedBy } from '#app/domain/ownership/owned-by.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId, EventId, InvitationId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { trustToday } from '#app/domain/trust/trust-today.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { eventInvitations, events } from '#db/schema/events.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anEvent, anInvitation, eventFields } from '#tests/support/factories/events.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const BEFORE = Date.parse('2026-11-17T09:00:00Z')
const AFTER = Date.parse('2026-12-03T15:00:00Z')
const NO_GRANT = '42501'

let at: number
let restore: () => void
let marta: StaffActor
let elisa: StaffActor
beforeEach(async () => {
  at = BEFORE
  restore = setClock(() => new Date(at))
  marta = await aStaff('coordinator')
  elisa = await aStaff('case_manager')
})
afterEach(() => restore())

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )
const companyWithReader = async () => (await anHrContact()).companyId
const rowOf = async (id: CompanyId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, id)))
  return row
}
const talksOf = (id: CompanyId) =>
  db.asSystem((tx) => tx.select().from(interactions).where(eq(interactions.companyId, id)))
/** The score that is kept beside the one that the whole history gives. */
const scores = async (id: CompanyId) => {
  const kept = (await rowOf(id))?.trustScore
  const today = await db.asSystem((tx) => trustToday(tx, [id], now()))
  const anew = Number(today.get(id)?.score.toFixed(2))
  return { kept, anew }
}
const attend = (actor: Actor, eventId: EventId, came: InvitationId[], shown: InvitationId[]) =>
  withActor(actor, (tx) => recordAttendance(tx, eventId, { came, shown }))

describe('an event', () => {
  it('is the network’s to see, and its holders’ or a coordinator’s to change', async () => {
    const own = await anEvent(elisa)
    const other = await aStaff('case_manager')
    const colleague = await aStaff('case_manager', elisa.orgId)
    const seen = await withActor(other, (tx) => readEvent(tx, own))
    expect(seen).toMatchObject({ title: 'Porte aperte in laboratorio', state: 'to_come', mayManage: false })
    const edit = (tx: Tx) => editEvent(tx, own, { ...eventFields({ title: 'Altro nome' }), version: 1 })
    expect(await refusal(withActor(other, edit))).toMatchObject({ code: 'not_found' })
    await withActor(colleague, edit)
    await withActor(marta, (tx) => callOffEvent(tx, own, 'La sala manca'))
    expect(await withActor(other, (tx) => readEvent(tx, own))).toMatchObject({
      title: 'Altro nome',
      state: 'called_off',
    })
    expect(await refusal(withActor(await aStaff('admin'), (tx) => readEvent(tx, own)))).toMatchObject({
      code: 'forbidden',
    })
    expect(await refusal(withActor(await anHrContact(), (tx) => readEvent(tx, own)))).toMatchObject({
      code: 'forbidden',
    })
  })

  it('is kept by the database too: nobody else changes it, an HR contact sees what her company is invited to', async () => {
    const own = await anEvent(elisa)
    await anEvent(elisa)
    const hr = await anHrContact()
    await anInvitation(elisa, own, hr.companyId)
    const change = (actor: Actor) =>
      withActor(actor, async (tx) => {
        const touched = await tx
          .update(events)
          .set({ title: 'x' })
          .where(eq(events.id, own))
          .returning({ id: events.id })
        return touched.length
      })
    expect(await change(await aStaff('case_manager'))).toBe(0)
    expect(await change(await aStaff('admin'))).toBe(0)
    expect(await refusal(change(hr))).toMatchObject({ cause: { code: NO_GRANT } })
    expect(await change(elisa)).toBe(1)
    const seen = await withActor(hr, (tx) => Promise.all([tx.$count(events), tx.$count(eventInvitations)]))
    expect(seen).toEqual([1, 1])
    await expect(
      withActor(await aStaff('case_manager'), (tx) =>
        tx.insert(eventInvitations).values({
          ...{ id: own as string as InvitationId, eventId: own, companyId: hr.companyId },
          ...{ invitedBy: elisa.userId, invitedAt: now() },
        }),
      ),
    ).rejects.toThrow()
  })

  it('changed by two at once keeps the first and tells the second', async () => {
    const own = await anEvent(marta)
    const edit = (title: string) =>
      withActor(marta, (tx) => editEvent(tx, own, { ...eventFields({ title }), version: 1 }))
    await edit('Uno')
    expect(await refusal(edit('Due'))).toMatchObject({ code: 'stale', reason: 'events_stale' })
  })

  it('is not made for an hour that has passed, nor changed once it has begun', async () => {
    expect(await refusal(anEvent(marta, { day: '2026-11-17', from: '09:30' }))).toMatchObject({
      reason: 'events_from_passed',
      field: 'from',
    })
    const own = await anEvent(marta)
    at = Date.parse('2026-12-03T09:00:00Z')
    const edit = withActor(marta, (tx) => editEvent(tx, own, { ...eventFields(), version: 1 }))
    expect(await refusal(edit)).toMatchObject({ code: 'conflict', reason: 'events_not_edit' })
    expect(await refusal(withActor(marta, (tx) => callOffEvent(tx, own, 'x')))).toMatchObject({
      reason: 'events_not_call_off',
    })
  })

  it('keeps its holder from leaving before it is settled', async () => {
    const threads = async () => (await withActor(marta, (tx) => ownedBy(tx, marta.userId))).threads
    const own = await anEvent(marta)
    expect(await threads()).toBe(1)
    at = AFTER
    await attend(marta, own, [], [])
    expect(await threads()).toBe(0)
  })
})

describe('inviting companies', () => {
  it('takes those that may be written to, once, and leaves out whoever wants silence', async () => {
    const eventId = await anEvent(marta)
    const reader = await companyWithReader()
    const nobody = await aCompany()
    const silent = await aCompany({ doNotContact: true })
    const paused = await aCompany({ pausedUntil: new Date(at + DAY) })
    const all = [reader, nobody, silent, paused]
    expect(await withActor(marta, (tx) => inviteCompanies(tx, eventId, all))).toEqual({
      mail: 1,
      voice: 1,
      left: 2,
    })
    const invited = await withActor(marta, (tx) => invitedCompanies(tx, eventId))
    expect(new Set(invited.map(({ companyId }) => companyId))).toEqual(new Set([reader, nobody]))
    expect(await refusal(withActor(marta, (tx) => inviteCompanies(tx, eventId, all)))).toMatchObject({
      code: 'refused',
      reason: 'events_none_invitable',
    })
  })

  it('shows beforehand how each would be reached', async () => {
    const eventId = await anEvent(elisa)
    const name = `Invitabile ${eventId}`
    await anHrContact(await aCompany({ name: `${name} posta` }))
    await aCompany({ name: `${name} voce` })
    await aCompany({ name: `${name} zitta`, doNotContact: true })
    const page = { search: name, page: 1, perPage: 10, sort: 'name' } as const
    const { companies: found } = await withActor(elisa, (tx) => companiesToInvite(tx, eventId, page))
    expect(found.map(({ reach }) => reach)).toEqual(['mail', 'voice', 'do_not_contact'])
    const others = withActor(await aStaff('case_manager'), (tx) => companiesToInvite(tx, eventId, page))
    expect(await refusal(others)).toMatchObject({ code: 'not_found' })
  })

  it('by two at once makes one invitation', async () => {
    const eventId = await anEvent(marta)
    const companyId = await companyWithReader()
    const invite = () => withActor(marta, (tx) => inviteCompanies(tx, eventId, [companyId]))
    await Promise.allSettled([invite(), invite(), invite()])
    expect(await withActor(marta, (tx) => invitedCompanies(tx, eventId))).toHaveLength(1)
  })
})

describe('an answer on the telephone', () => {
  it('is a contact with the company, noted by anybody who knows it; said again it counts once', async () => {
    const eventId = await anEvent(marta)
    const companyId = await companyWithReader()
    const invitationId = await anInvitation(marta, eventId, companyId)
    const note = (answer: 'coming' | 'declined') =>
      withActor(elisa, (tx) => noteAnswer(tx, eventId, { invitationId, answer }))
    await note('declined')
    await note('declined')
    expect(await talksOf(companyId)).toMatchObject([
      { kind: 'call', outcome: 'neutral', userId: elisa.userId },
    ])
    await note('coming')
    expect(await talksOf(companyId)).toMatchObject([{ kind: 'call', outcome: 'positive' }])
    expect((await rowOf(companyId))?.stage).not.toBe('new')
    const { entries } = await withActor(elisa, (tx) =>
      timeline(tx, companyId, { page: 1, perPage: 20, part: 'past' }),
    )
    const told = entries.filter(({ source }) =>
      ['interaction', 'event_invited', 'event_answered'].includes(source),
    )
    expect(told.map(({ source, what }) => [source, what])).toEqual([
      ['event_answered', 'coming'],
      ['event_invited', 'open_day'],
    ])
  })
})

describe('attendance', () => {
  const held = async () => {
    const eventId = await anEvent(marta)
    const companyIds = [await companyWithReader(), await companyWithReader()]
    const ids: InvitationId[] = []
    for (const companyId of companyIds) ids.push(await anInvitation(marta, eventId, companyId))
    at = AFTER
    return { eventId, companyIds, ids }
  }

  it('is a contact on the day of the event, with its part of the time, and each score is what the history gives', async () => {
    const { eventId, companyIds, ids } = await held()
    await attend(marta, eventId, ids, ids)
    for (const companyId of companyIds) {
      expect(await talksOf(companyId)).toMatchObject([
        { kind: 'event', outcome: 'positive', minutes: 75, occurredAt: new Date('2026-12-03T09:00:00Z') },
      ])
      expect((await rowOf(companyId))?.lastContactAt).toEqual(new Date('2026-12-03T09:00:00Z'))
      const { kept, anew } = await scores(companyId)
      expect(kept).toBe(anew)
    }
  })

  it('noted by mistake and corrected leaves no trace', async () => {
    const { eventId, companyIds, ids } = await held()
    const [companyId = companyIds[1]] = companyIds
    if (!companyId) throw new Error('no company')
    const before = await scores(companyId)
    await attend(marta, eventId, ids, ids)
    await attend(marta, eventId, ids.slice(1), ids)
    expect(await talksOf(companyId)).toEqual([])
    expect(await rowOf(companyId)).toMatchObject({ lastContactAt: null, stage: 'new' })
    expect(await scores(companyId)).toEqual(before)
    expect(
      (await withActor(marta, (tx) => invitedCompanies(tx, eventId)))
        .map(({ attendance }) => attendance)
        .toSorted(),
    ).toEqual(['absent', 'attended'])
    await attend(marta, eventId, ids.slice(1), ids)
    expect(await talksOf(companyIds[1] as CompanyId)).toHaveLength(1)
  })

  it('waits until the event has begun, and is its holders’ to note', async () => {
    const { eventId, ids } = await held()
    expect(await refusal(attend(elisa, eventId, ids, ids))).toMatchObject({ code: 'not_found' })
    at = BEFORE
    expect(await refusal(attend(marta, eventId, ids, ids))).toMatchObject({ reason: 'events_not_attendance' })
  })

  it('takes in whoever came without an invitation, whom no message asks', async () => {
    const { eventId, ids } = await held()
    const walkIn = await aCompany({ pausedUntil: new Date(at + DAY) })
    const id = await anInvitation(marta, eventId, walkIn)
    await attend(marta, eventId, [...ids, id], [...ids, id])
    expect(await talksOf(walkIn)).toMatchObject([{ kind: 'event', minutes: 50 }])
    // Whoever is taken off gives her part of the time back to those who stay.
    await attend(marta, eventId, [id], [...ids, id])
    expect(await talksOf(walkIn)).toMatchObject([{ kind: 'event', minutes: 150 }])
    await attend(marta, eventId, [...ids, id], [...ids, id])
    expect(await talksOf(walkIn)).toMatchObject([{ kind: 'event', minutes: 50 }])
    const { events: past } = await withActor(elisa, (tx) =>
      listEvents(tx, { past: true, page: 1, perPage: 50 }),
    )
    expect(past.find((event) => event.id === eventId)).toMatchObject({
      invited: 3,
      attended: 3,
      attendanceNoted: true,
    })
  })
})

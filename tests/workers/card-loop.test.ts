import { eq, isNotNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emit } from '#app/domain/outbox/emit.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, MINUTE } from '#app/domain/shared/durations.ts'
import type { CardId, OpeningId } from '#app/domain/shared/ids.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { devMailbox, followUps, mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { cards } from '#db/schema/proposals.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aStaff, anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runDaily } from '#workers/daily.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { QUICK, runAll } from './run-all.ts'

const db = useTestDatabase({ as: 'worker' })

/** Tuesday 17 November 2026, 10:00 in Torino. */
const TUESDAY = Date.parse('2026-11-17T09:00:00Z')

let at = TUESDAY
let restore: () => void
let hr: HrActor
let caseManager: StaffActor
let lead: StaffActor
let openingId: OpeningId
let cardId: CardId

const wait = (ms: number) => {
  at += ms
}

const tasks = () =>
  db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, hr.companyId)))
const mailbox = () => db.asSystem((tx) => tx.select().from(devMailbox).orderBy(devMailbox.at))
const subjects = async () => (await mailbox()).map(({ subject }) => subject)
const planned = async (kind: 'task' | 'message') =>
  (await tasks())
    .filter((row) => row.kind === kind && row.state === 'planned')
    .map(({ template }) => template)
    .sort()

async function happens(
  topic: 'card.sent' | 'card.answered' | 'card.withdrawn' | 'card.link_renewed',
): Promise<void> {
  await db.asSystem((tx) => emit(tx, topic, { cardId }))
  await runAll()
}

async function answer(given: 'interested' | 'not_now' | 'talk'): Promise<void> {
  await db.asSystem((tx) =>
    tx
      .update(cards)
      .set({ state: 'answered', answer: given, answeredAt: new Date(at) })
      .where(eq(cards.id, cardId)),
  )
  await happens('card.answered')
}

beforeEach(async () => {
  at = TUESDAY
  restore = setClock(() => new Date(at))
  hr = await anHrContact()
  caseManager = await aStaff('case_manager')
  lead = await aStaff('case_manager')
  await db.asSystem(async (tx) => {
    await tx.delete(mails).where(isNotNull(mails.id))
    await tx.delete(followUps).where(isNotNull(followUps.id))
    await tx.delete(devMailbox).where(isNotNull(devMailbox.messageId))
    await tx
      .update(companies)
      .set({ leadUserId: lead.userId, leadOrgId: lead.orgId })
      .where(eq(companies.id, hr.companyId))
  })
  openingId = await anOpening({
    companyId: hr.companyId,
    postedAt: new Date(at - DAY),
    createdAt: new Date(at - DAY),
  })
  const { companyId, contactId } = hr
  ;({ cardId } = await aCard({ companyId, contactId, openingId, proposedBy: caseManager.userId }))
  await happens('card.sent')
})

afterEach(() => restore())

describe('a card is sent', () => {
  it('mails its contact a signed link under a neutral subject, and nothing of the card', async () => {
    const [mail] = await mailbox()
    expect(mail?.subject).toBe('C’è una novità per la vostra opportunità')
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/c\/[\w-]+\.[\w-]+/)
    expect(mail?.text).toContain('Aiuto cuoco')
    expect(mail?.messageId).toMatch(/^<ob-[0-9a-f-]{36}\.card_new@localhost>$/)
    expect(JSON.parse(mail?.headers ?? '{}')).toMatchObject({
      'List-Unsubscribe': expect.stringMatching(/^<http:\/\/localhost:3000\/disiscrizione\/.+>$/) as string,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it('plans two reminders, after two and five working days, and then a call', async () => {
    const rows = (await tasks()).filter((row) => row.subjectType === 'card')
    expect(rows.map(({ ruleKey, dueAt }) => [ruleKey, dueAt.toISOString().slice(0, 10)]).sort()).toEqual([
      ['proposal_call', '2026-11-26'],
      ['proposal_reminder_1', '2026-11-19'],
      ['proposal_reminder_2', '2026-11-24'],
    ])
    expect(rows.find(({ ruleKey }) => ruleKey === 'proposal_call')?.assigneeId).toBe(lead.userId)
  })

  it('changes nothing when the same event is run a second time', async () => {
    const before = { tasks: (await tasks()).length, mails: (await mailbox()).length }
    await db.asSystem((tx) =>
      tx.update(outbox).set({ state: 'pending' }).where(eq(outbox.topic, 'card.sent')),
    )
    expect(await runAll()).toBeGreaterThan(0)
    expect({ tasks: (await tasks()).length, mails: (await mailbox()).length }).toEqual(before)
  })

  it('reminds once when the time has come, and again, and then asks a person', async () => {
    wait(2 * DAY + MINUTE)
    expect((await sweepOnce(QUICK)).released).toBe(1)
    await runAll()
    expect(await sweepOnce(QUICK)).toMatchObject({ released: 0 })
    expect(await subjects()).toContain('Un promemoria per la vostra opportunità')
    wait(5 * DAY)
    await sweepOnce(QUICK)
    await runAll()
    expect((await subjects()).filter((subject) => subject.includes('promemoria'))).toHaveLength(2)
    expect(await planned('message')).not.toContain('proposal_reminder')
    expect(await planned('task')).toContain('follow_ups_task_proposal_call')
  })
})

describe('a card is answered', () => {
  it('interested: ends the reminders, thanks the company, and asks the case manager to arrange the meeting', async () => {
    await answer('interested')
    const rows = await tasks()
    const reminders = rows.filter(({ ruleKey }) => ruleKey?.startsWith('proposal_reminder'))
    expect(reminders.map(({ state, why }) => [state, why])).toEqual([
      ['cancelled', 'proposal_answered'],
      ['cancelled', 'proposal_answered'],
    ])
    expect(await subjects()).toEqual(
      expect.arrayContaining(['Grazie per la risposta', 'C’è una risposta nella tua giornata']),
    )
    const meeting = rows.find(({ ruleKey }) => ruleKey === 'proposal_interested')
    expect(meeting).toMatchObject({ assigneeId: caseManager.userId, state: 'planned', kind: 'task' })
    expect(meeting?.dueAt.toISOString()).toBe('2026-11-18T09:00:00.000Z')
    expect((await sweepOnce(QUICK)).released).toBe(0)
  })

  it('let us talk: a call back for who leads the company', async () => {
    await answer('talk')
    const call = (await tasks()).find(({ ruleKey }) => ruleKey === 'proposal_talk')
    expect(call).toMatchObject({ assigneeId: lead.userId, template: 'follow_ups_task_call_back' })
  })

  it('not now: thanks at once, even on a Sunday night, and no task', async () => {
    at = Date.parse('2026-11-22T21:30:00Z')
    await answer('not_now')
    await runAll()
    expect((await subjects()).filter((subject) => subject === 'Grazie per la risposta')).toHaveLength(1)
    const row = (await tasks()).find(({ ruleKey }) => ruleKey === 'proposal_not_now_thanks')
    expect(row).toMatchObject({ state: 'done', kind: 'message' })
    expect(
      (await tasks()).filter(
        ({ kind, state, subjectType }) => kind === 'task' && state === 'planned' && subjectType === 'card',
      ),
    ).toEqual([])
  })

  it('counts in the trust of a company that answered within five working days, once', async () => {
    await answer('interested')
    await happens('card.answered')
    const events = await db.asSystem((tx) =>
      tx.select().from(trustEvents).where(eq(trustEvents.causeId, cardId)),
    )
    expect(events.map(({ kind }) => kind)).toEqual(['proposal_answered_in_time'])
  })

  it('does not count after that', async () => {
    wait(10 * DAY)
    await answer('interested')
    const events = await db.asSystem((tx) =>
      tx.select().from(trustEvents).where(eq(trustEvents.causeId, cardId)),
    )
    expect(events).toEqual([])
  })
})

describe('a card is left without an answer', { timeout: 60_000 }, () => {
  it('counts against the company once the last reminder has been out for two days, once, and from that day on', async () => {
    const judged = () =>
      db.asSystem((tx) => tx.select().from(trustEvents).where(eq(trustEvents.causeId, cardId)))
    wait(8 * DAY)
    await runDaily()
    expect(await judged()).toEqual([])
    wait(5 * DAY)
    await runDaily()
    await runDaily()
    expect((await judged()).map(({ kind, occurredAt }) => [kind, occurredAt.toISOString()])).toEqual([
      ['proposal_unanswered', '2026-11-26T07:30:00.000Z'],
    ])
  })
})

describe('a card is over', () => {
  it('withdrawn: the company gets one neutral mail, and no reminder any more', async () => {
    await db.asSystem((tx) => tx.update(cards).set({ state: 'withdrawn' }).where(eq(cards.id, cardId)))
    await happens('card.withdrawn')
    expect(await subjects()).toContain('Un aggiornamento sulla vostra opportunità')
    expect(await planned('message')).not.toContain('proposal_reminder')
  })

  it('before its mail could leave: the mail is cancelled', async () => {
    await db.asSystem((tx) => emit(tx, 'card.sent', { cardId }))
    await db.asSystem((tx) => tx.update(cards).set({ state: 'withdrawn' }).where(eq(cards.id, cardId)))
    const before = (await mailbox()).length
    await runAll()
    expect(await mailbox()).toHaveLength(before)
    const states = await db.asSystem((tx) =>
      tx.select({ state: mails.state, failure: mails.failure }).from(mails),
    )
    expect(states).toContainEqual({ state: 'cancelled', failure: 'proposal_withdrawn' })
  })

  it('a new link is mailed even to who takes no automatic messages', async () => {
    await happens('card.link_renewed')
    expect(await subjects()).toContain('Il nuovo link che avete chiesto')
  })
})

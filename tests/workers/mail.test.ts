import { eq, isNotNull } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelMessagesTo } from '#app/domain/follow-ups/cancel-follow-ups.server.ts'
import { releaseFollowUp } from '#app/domain/follow-ups/release-follow-ups.server.ts'
import { readUnsubscribeToken } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { resubscribe } from '#app/domain/follow-ups/resubscribe.server.ts'
import { unsubscribe } from '#app/domain/follow-ups/unsubscribe.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { retryDeadLetter } from '#app/domain/outbox/settle-dead-letter.server.ts'
import { MOST_TRIES } from '#app/domain/outbox/tries.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { CardId, FollowUpId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now, setClock } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cards } from '#db/schema/proposals.ts'
import { aStaff, anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runEvent } from '#workers/run-event.ts'
import { runAll } from './run-all.ts'
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts'

const db = useTestDatabase({ as: 'worker' })

let at: number
let restore: () => void
let sink: SmtpSink
let hr: HrActor
let lead: StaffActor
let openingId: OpeningId
let cardId: CardId

beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
})
afterAll(() => sink.stop())

beforeEach(async () => {
  at = Date.parse('2026-11-17T09:00:00Z')
  restore = setClock(() => new Date(at))
  sink.behave('take')
  sink.raw.length = 0
  hr = await anHrContact()
  lead = await aStaff()
  await db.asSystem(async (tx) => {
    await tx.delete(mails).where(isNotNull(mails.id))
    await tx.delete(followUps).where(isNotNull(followUps.id))
    await tx
      .update(companies)
      .set({ leadUserId: lead.userId, leadOrgId: lead.orgId })
      .where(eq(companies.id, hr.companyId))
  })
  const old = new Date(at - 10 * DAY)
  openingId = await anOpening({ companyId: hr.companyId, postedAt: old, createdAt: old })
  const { companyId, contactId } = hr
  ;({ cardId } = await aCard({ companyId, contactId, openingId, proposedBy: lead.userId }))
})
afterEach(() => restore())

const send = async () => {
  const id = await db.asSystem((tx) => emit(tx, 'card.sent', { cardId }))
  await runAll()
  return id
}
const theMail = async () => (await db.asSystem((tx) => tx.select().from(mails)))[0]
const theEvent = async (id: Awaited<ReturnType<typeof send>>) =>
  (await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.id, id))))[0]
const tasks = async (rule: string) =>
  (await db.asSystem((tx) => tx.select().from(followUps))).filter(({ ruleKey }) => ruleKey === rule)

/** A planned message about the card, of a rule of its own choosing, handed to the outbox. */
async function due(template: string, ruleKey: string, occurrence = 1): Promise<FollowUpId> {
  const id = newId<FollowUpId>()
  await db.asSystem(async (tx) => {
    await tx.insert(followUps).values({
      id,
      ruleKey,
      subjectType: 'card',
      subjectId: cardId,
      occurrence,
      companyId: hr.companyId,
      kind: 'message',
      template,
      dueAt: now(),
      contactId: hr.contactId,
      createdAt: now(),
    })
    await releaseFollowUp(tx, id)
  })
  await runAll()
  return id
}
const followUp = async (id: FollowUpId) =>
  (await db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.id, id))))[0]

describe('a mail on the wire', () => {
  it('comes from the network, to one reader, with a plain twin and a way out by one click', async () => {
    const id = await send()
    const [message] = await sink.messages()
    expect(message?.from).toEqual({ name: 'Passaparola', address: 'rete@passaparola.example' })
    expect(message?.to).toHaveLength(1)
    expect(message?.messageId).toBe(`<ob-${id}.card_new@localhost>`)
    expect(message?.text).toContain('Buongiorno Referente,')
    expect(message?.html).toContain('http://localhost:3000/c/')
    const header = (key: string) => message?.headers.find((line) => line.key === key)?.value
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const token = /disiscrizione\/([^>]+)>/.exec(header('list-unsubscribe') ?? '')?.[1] ?? ''
    expect(readUnsubscribeToken(token)).toBe(hr.contactId)
    expect(readUnsubscribeToken(token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBeNull()
    expect(await theMail()).toMatchObject({ state: 'sent', attempts: 1, failure: null })
  })

  it('refused for a while: the event is tried again later, and the mail leaves once', async () => {
    sink.behave({ code: 451 })
    const id = await send()
    expect(await theMail()).toMatchObject({ state: 'pending', failure: 'mail:451' })
    expect(await theEvent(id)).toMatchObject({ state: 'pending', attempts: 1, failure: 'mail:451' })
    expect((await theEvent(id))?.availableAt.getTime()).toBe(at + 5_000)
    sink.behave('take')
    await runAll()
    expect(sink.raw).toHaveLength(0)
    at += 5_000
    await runAll()
    expect(sink.raw).toHaveLength(1)
    expect(await theEvent(id)).toMatchObject({ state: 'done', attempts: 2, failure: null })
  })

  it('refused for good: it is not tried again, and a person is asked to call', async () => {
    sink.behave({ code: 550 })
    const id = await send()
    expect(await theMail()).toMatchObject({ state: 'failed', failure: 'mail:550' })
    expect((await theEvent(id))?.state).toBe('done')
    expect(await tasks('mail_refused')).toMatchObject([
      { assigneeId: lead.userId, template: 'mail_task_refused' },
    ])
  })

  it('handed over without an answer: nobody knows, so it is not sent again and a person is asked to look', async () => {
    sink.behave('cut')
    const id = await send()
    expect(await theMail()).toMatchObject({ state: 'uncertain' })
    expect((await theEvent(id))?.state).toBe('done')
    expect(await tasks('mail_uncertain')).toHaveLength(1)
    at += DAY
    sink.behave('take')
    await runAll()
    expect(sink.raw).toHaveLength(0)
  })

  it('handed over without an answer, with the link that lets somebody in: once more, then an administrator hears', async () => {
    sink.behave('cut')
    const { userId } = await aStaff()
    const id = await db.asSystem((tx) => emit(tx, 'account.invited', { userId }))
    await runAll()
    expect(await theMail()).toMatchObject({ state: 'uncertain', attempts: 2 })
    expect(await theEvent(id)).toMatchObject({ state: 'dead', failure: 'uncertain' })
    sink.behave('take')
    const admin = await aStaff('admin')
    await withActor(admin, (tx) => retryDeadLetter(tx, id))
    await runAll()
    expect(await sink.messages()).toHaveLength(1)
    expect(await theEvent(id)).toMatchObject({ state: 'done', failure: null })
  })

  it('refused for good, with the link that lets somebody in: an administrator hears of it', async () => {
    sink.behave({ code: 550 })
    const { userId } = await aStaff()
    const id = await db.asSystem((tx) => emit(tx, 'account.invited', { userId }))
    await runAll()
    expect(await theMail()).toMatchObject({ state: 'failed' })
    expect(await theEvent(id)).toMatchObject({ state: 'dead', failure: 'mail:550' })
  })

  it('claimed by a worker that was stopped for longer than it had it: it is not sent any more when it wakes', async () => {
    const id = await db.asSystem((tx) => emit(tx, 'card.sent', { cardId }))
    await runEvent(id, { eventLease: HOUR, longestRun: HOUR, mailLease: 0 })
    await runAll()
    expect(sink.raw).toHaveLength(0)
    expect(await theMail()).toMatchObject({ state: 'uncertain' })
    expect((await theEvent(id))?.state).toBe('done')
    expect(await tasks('mail_uncertain')).toHaveLength(1)
  })

  it('refused every time: after twelve tries the event is dead, and says why', async () => {
    sink.behave({ code: 451 })
    const id = await send()
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      at += 2 * HOUR
      await runAll()
    }
    expect(await theEvent(id)).toMatchObject({ state: 'dead', attempts: MOST_TRIES, failure: 'mail:451' })
    at += 2 * DAY
    sink.behave('take')
    expect(sink.raw).toHaveLength(0)
  })
})

describe('a mail whose reason is gone', () => {
  it('is not sent to a company that must not be approached, and who sent it hears of it', async () => {
    await db.asSystem((tx) =>
      tx.update(companies).set({ doNotContact: true }).where(eq(companies.id, hr.companyId)),
    )
    await send()
    expect(sink.raw).toHaveLength(0)
    expect(await theMail()).toMatchObject({ state: 'cancelled', failure: 'do_not_contact' })
    expect(await tasks('mail_not_written')).toHaveLength(1)
  })

  it('is not sent to who has ended our messages, and those planned are cancelled', async () => {
    const planned = await due('proposal_reminder', 'proposal_reminder_1')
    expect((await followUp(planned))?.state).toBe('done')
    const later = await due('proposal_reminder_last', 'of_no_rule')
    await unsubscribe(hr.contactId)
    await unsubscribe(hr.contactId)
    await db.asSystem((tx) => cancelMessagesTo(tx, hr.contactId, 'unsubscribed'))
    sink.raw.length = 0
    await send()
    expect(sink.raw).toHaveLength(0)
    expect((await followUp(later))?.state).toBe('done')
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, hr.contactId)),
    )
    expect(acts.map(({ action }) => action)).toEqual(['contact.unsubscribed'])
  })

  it('reaches her again once she has asked for it by her link; what was cancelled meanwhile stays so', async () => {
    const planned = newId<FollowUpId>()
    const about = { companyId: hr.companyId, contactId: hr.contactId, subjectId: cardId } as const
    const message = { kind: 'message', template: 'proposal_reminder', subjectType: 'card' } as const
    const row = { id: planned, ruleKey: 'of_no_rule', ...about, ...message, createdAt: now() }
    await db.asSystem((tx) => tx.insert(followUps).values({ ...row, dueAt: new Date(at + DAY) }))
    await unsubscribe(hr.contactId)
    expect(await followUp(planned)).toMatchObject({ state: 'cancelled', why: 'unsubscribed' })
    await send()
    expect(sink.raw).toHaveLength(0)
    expect(await theMail()).toMatchObject({ state: 'cancelled', failure: 'unsubscribed' })
    await resubscribe(hr.contactId)
    await runAll()
    expect(await followUp(planned)).toMatchObject({ state: 'cancelled', why: 'unsubscribed' })
    await send()
    expect(sink.raw).toHaveLength(1)
  })

  it('is not sent to a contact without address: its message becomes a task', async () => {
    await db.asSystem((tx) => tx.update(contacts).set({ email: null }).where(eq(contacts.id, hr.contactId)))
    const id = await due('proposal_reminder', 'proposal_reminder_1')
    expect(sink.raw).toHaveLength(0)
    expect(await followUp(id)).toMatchObject({ state: 'planned', kind: 'task', assigneeId: lead.userId })
  })

  it('is not sent as a reminder once the card was opened', async () => {
    await db.asSystem(async (tx) => {
      await tx.update(cards).set({ openedAt: now() }).where(eq(cards.id, cardId))
    })
    const id = await due('proposal_reminder', 'proposal_reminder_1')
    expect(sink.raw).toHaveLength(0)
    expect(await followUp(id)).toMatchObject({ state: 'cancelled', why: 'proposal_opened' })
  })
})

describe('the weekly limit', () => {
  it('lets two automatic messages through; the third becomes a task for the lead, in its place', async () => {
    const first = await due('proposal_reminder', 'of_no_rule', 1)
    const second = await due('proposal_reminder', 'of_no_rule', 2)
    const third = await due('proposal_reminder', 'of_no_rule', 3)
    expect(sink.raw).toHaveLength(2)
    expect([(await followUp(first))?.state, (await followUp(second))?.state]).toEqual(['done', 'done'])
    expect(await followUp(third)).toMatchObject({
      kind: 'task',
      state: 'planned',
      template: 'follow_ups_task_instead_of_message',
      assigneeId: lead.userId,
    })
    at += 8 * DAY
    await due('proposal_reminder', 'of_no_rule', 4)
    expect(sink.raw).toHaveLength(3)
  })

  it('counts neither what a person sends nor the answers to what she did herself', async () => {
    await due('proposal_reminder', 'of_no_rule', 1)
    await due('proposal_reminder', 'of_no_rule', 2)
    await send()
    await db.asSystem(async (tx) => {
      const answered = { state: 'answered', answer: 'not_now', answeredAt: now() } as const
      await tx.update(cards).set(answered).where(eq(cards.id, cardId))
      await emit(tx, 'card.answered', { cardId })
    })
    await runAll()
    const subjects = (await sink.messages()).map(({ subject }) => subject)
    expect(subjects).toEqual(
      expect.arrayContaining(['C’è una novità per la vostra opportunità', 'Grazie per la risposta']),
    )
  })
})

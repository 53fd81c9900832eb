import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { plannedOf } from '#app/domain/follow-ups/planned-of.server.ts'
import { sendMessageNow } from '#app/domain/follow-ups/send-message-now.server.ts'
import { skipFollowUp } from '#app/domain/follow-ups/skip-follow-up.server.ts'
import { messageWordsFor } from '#app/domain/follow-ups/word-message.schema.server.ts'
import { unwordMessage, wordMessage } from '#app/domain/follow-ups/word-message.server.ts'
import { readPlannedMessage } from '#app/domain/mails/read-planned-message.server.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { FollowUpId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { runAll } from '#tests/workers/run-all.ts'
import { useScene } from '#tests/workers/scene.ts'

const scene = useScene()
const { db, happens, planned, mailbox } = scene

let openingId: OpeningId
let messageId: FollowUpId
beforeEach(async () => {
  openingId = await anOpening({ companyId: scene.hr.companyId, title: 'Aiuto cuoco' })
  await happens('opening.posted', { openingId })
  messageId = (await planned('no_match_message'))[0]?.id ?? expect.fail()
})

const asLead = <T>(work: (tx: Tx) => Promise<T>) => withActor(scene.lead, work)
const read = () => asLead((tx) => readPlannedMessage(tx, scene.hr.companyId, messageId))
const own = { subject: 'Una parola da noi', body: 'ci siamo, per {opportunita}', action: 'Apri' }
const word = (form = own, seen = '') => asLead((tx) => wordMessage(tx, messageId, { ...form, seen }))
const rowOf = (id: FollowUpId) =>
  db.asSystem(async (tx) => (await tx.select().from(followUps).where(eq(followUps.id, id)))[0])

describe('what is planned', () => {
  it('is shown for the company and for its opening, each with its rule, its day and its opening', async () => {
    const { lines, more } = await asLead((tx) => plannedOf(tx, { companyId: scene.hr.companyId }))
    expect(more).toBe(0)
    expect(lines.map(({ ruleKey }) => ruleKey)).toEqual(
      ['opening_call', 'no_match_message', 'no_match_task', 'opening_still_open', 'no_contact'].sort(
        (a, b) => lines.findIndex((l) => l.ruleKey === a) - lines.findIndex((l) => l.ruleKey === b),
      ),
    )
    const message = lines.find(({ id }) => id === messageId)
    expect(message).toMatchObject({ kind: 'message', openingTitle: 'Aiuto cuoco', contact: scene.hr.name })
    const ofOpening = await asLead((tx) => plannedOf(tx, { openingId }))
    expect(ofOpening.lines.map(({ ruleKey }) => ruleKey)).not.toContain('no_contact')
    expect(ofOpening.lines.map(({ id }) => id)).toContain(messageId)
  })

  it('is nobody’s outside the network', async () => {
    for (const actor of [scene.hr, await aStaff('admin')]) {
      await expect(
        withActor(actor, (tx) => plannedOf(tx, { companyId: scene.hr.companyId })),
      ).rejects.toMatchObject({ code: 'forbidden' })
      await expect(
        withActor(actor, (tx) => readPlannedMessage(tx, scene.hr.companyId, messageId)),
      ).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('a message before it is due', () => {
  it('reads as it will be read, and holds no link of the reader', async () => {
    const shown = await read()
    expect(shown.words?.subject).toBe('A che punto siamo con la vostra opportunità')
    expect(shown.words?.paragraphs.join(' ')).toContain('«Aiuto cuoco»')
    expect(JSON.stringify(shown)).not.toMatch(/https?:|disiscrizione|\/azienda/)
    expect(shown).toMatchObject({ stopped: null, left: false, mayBeWorded: true, locale: 'it' })
  })

  it('says why it would not leave as things stand', async () => {
    await db.asSystem((tx) =>
      tx.update(companies).set({ doNotContact: true }).where(eq(companies.id, scene.hr.companyId)),
    )
    expect(await read()).toMatchObject({ words: null, stopped: 'do_not_contact' })
  })

  it('belongs to its company: another address is not found', async () => {
    const other = await anHrContact()
    await expect(asLead((tx) => readPlannedMessage(tx, other.companyId, messageId))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a text for this once', () => {
  it('leaves in its place, and the rule keeps its own', async () => {
    await word()
    expect((await read()).worded?.by).toBe(scene.lead.name)
    scene.at += 8 * DAY
    await asLead((tx) => sendMessageNow(tx, messageId, 'Anticipato'))
    await runAll()
    const mail = (await mailbox()).at(-1)
    expect(mail?.subject).toBe('Una parola da noi')
    expect(mail?.text).toContain('ci siamo, per Aiuto cuoco')
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, messageId)),
    )
    expect(acts.map(({ action }) => action)).toEqual(['follow_up.worded', 'follow_up.brought_forward'])
  })

  it('is written in the language of who gets it, and can be taken back', async () => {
    await db.asSystem((tx) =>
      tx.update(contacts).set({ locale: 'en' }).where(eq(contacts.id, scene.hr.contactId)),
    )
    await word()
    expect((await rowOf(messageId))?.ownTexts?.en.subject).toBe('Una parola da noi')
    expect((await rowOf(messageId))?.ownTexts?.it.subject).not.toBe('Una parola da noi')
    await asLead((tx) => unwordMessage(tx, messageId))
    expect((await read()).words?.subject).toBe('Where we are with your opening')
  })

  it('of two who change it at once, the second is told', async () => {
    await word()
    const anna = await aStaff()
    await expect(
      withActor(anna, (tx) => wordMessage(tx, messageId, { ...own, subject: 'Mio', seen: '' })),
    ).rejects.toMatchObject({ code: 'stale', reason: 'planned_changed_meanwhile' })
    expect((await rowOf(messageId))?.ownTexts?.it.subject).toBe('Una parola da noi')
  })

  it('is checked as the text of a rule is', () => {
    const parse = (body: string) => messageWordsFor('no_match').safeParse({ ...own, body })
    expect(parse('per {opportunita}').success).toBe(true)
    expect(parse('per {nome}').error?.issues).toMatchObject([
      { path: ['body'], message: 'rules_text_unknown_variable' },
    ])
    expect(messageWordsFor('no_match').safeParse({ subject: 'x', body: 'y' }).success).toBe(false)
    expect(messageWordsFor('check_in').safeParse({ subject: 'x', body: 'y' }).success).toBe(true)
  })

  it('is never written beside a card', async () => {
    const id = messageId
    await db.asSystem((tx) => tx.update(followUps).set({ subjectType: 'card' }).where(eq(followUps.id, id)))
    await expect(word()).rejects.toMatchObject({ code: 'refused', reason: 'planned_card_not_worded' })
  })
})

describe('sending now, and skipping', () => {
  it('leaves at once in sending hours, once, whatever the rules say of its day', async () => {
    expect(await asLead((tx) => sendMessageNow(tx, messageId, 'Anticipato'))).toEqual(new Date(scene.at))
    await runAll()
    expect((await mailbox()).map(({ subject }) => subject)).toContain(
      'A che punto siamo con la vostra opportunità',
    )
    await expect(asLead((tx) => sendMessageNow(tx, messageId, 'Anticipato'))).rejects.toMatchObject({
      code: 'conflict',
    })
    await happens('opening.changed', { openingId })
    expect((await mailbox()).filter(({ subject }) => subject.startsWith('A che punto'))).toHaveLength(1)
  })

  it('by night waits for the morning, and planning anew does not put it back', async () => {
    scene.at = Date.parse('2026-11-17T21:00:00Z')
    const leavesAt = await asLead((tx) => sendMessageNow(tx, messageId, 'Anticipato'))
    expect(leavesAt.toISOString()).toBe('2026-11-18T07:30:00.000Z')
    await happens('opening.changed', { openingId })
    expect(await rowOf(messageId)).toMatchObject({ dueAt: leavesAt, releasedAt: null })
  })

  it('skipped never leaves', async () => {
    await asLead((tx) => skipFollowUp(tx, messageId, 'Ci siamo già sentiti'))
    await happens('opening.changed', { openingId })
    expect(await rowOf(messageId)).toMatchObject({ state: 'skipped' })
    await expect(word()).rejects.toMatchObject({ code: 'conflict' })
  })

  it('a task is not a message', async () => {
    const [task] = await planned('opening_call')
    await expect(asLead((tx) => sendMessageNow(tx, task?.id ?? expect.fail(), 'x'))).rejects.toMatchObject({
      code: 'conflict',
      reason: 'planned_not_a_message',
    })
  })
})

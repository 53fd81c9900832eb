import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { sendQuestionSchema } from '#app/domain/opening-questions/send-question.schema.server.ts'
import { sendQuestion } from '#app/domain/opening-questions/send-question.server.ts'
import { questionsAsked } from '#app/domain/opening-questions/questions-asked.server.ts'
import type { Actor, HrActor } from '#app/domain/shared/actor.ts'
import type { ContactId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { companies, contacts, interactions } from '#db/schema/companies.ts'
import { mails } from '#db/schema/follow-ups.ts'
import { openingQuestions } from '#db/schema/opening-questions.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { runAll } from '#tests/workers/run-all.ts'
import { day, useScene } from '#tests/workers/scene.ts'

const scene = useScene()
const { db } = scene

const SUBJECT = 'Una domanda sulla vostra opportunità'
const BODY = 'Il turno potrebbe cominciare un’ora più tardi?\n\nUn orario che regge vuol dire meno ritardi.'

type Values = { contactId?: ContactId; subject?: string; body?: string }

const ask = (actor: Actor, openingId: OpeningId, values: Values = {}) =>
  withActor(actor, (tx) =>
    sendQuestion(tx, {
      ...{ openingId, edit: { kind: 'start_later_60' as const } },
      words: { note: 'Domanda per «Aiuto cuoco»', task: 'Sentire la risposta' },
      mail: { contactId: scene.hr.contactId, subject: SUBJECT, body: BODY, ...values },
    }),
  )
const opening = (hr: HrActor = scene.hr, values = {}) => anOpening({ companyId: hr.companyId, ...values })
const kept = (openingId: OpeningId) =>
  db.asSystem((tx) => tx.select().from(openingQuestions).where(eq(openingQuestions.openingId, openingId)))
/** The questions that reached the company's contact. */
const letters = async () => {
  const [contact] = await db.asSystem((tx) =>
    tx.select().from(contacts).where(eq(contacts.id, scene.hr.contactId)),
  )
  const all = await scene.mailbox()
  return all.filter(
    ({ recipient, messageId }) => recipient === contact?.email && messageId.includes('.opening_question@'),
  )
}
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe('a question to a company', () => {
  test('leaves the words, the contact in the timeline, the task in a week, the event and the audit', async () => {
    const openingId = await opening()
    const id = await ask(scene.lead, openingId)
    const { userId, orgId } = scene.lead
    const { companyId, contactId } = scene.hr
    expect(await kept(openingId)).toMatchObject([
      {
        ...{ id, orgId, companyId, contactId, editKey: 'start_later_60' },
        ...{ subject: SUBJECT, body: BODY, askedBy: userId },
      },
    ])
    const [logged] = await db.asSystem((tx) =>
      tx.select().from(interactions).where(eq(interactions.companyId, companyId)),
    )
    expect(logged).toMatchObject({
      kind: 'mail',
      outcome: 'no_answer',
      contactId,
      note: 'Domanda per «Aiuto cuoco»',
    })
    const [task] = await scene.plan()
    expect(task).toMatchObject({ kind: 'task', title: 'Sentire la risposta', assigneeId: userId })
    expect(day(task?.dueAt)).toBe('2026-11-24')
    const events = await db.asSystem((tx) => tx.select().from(outbox))
    expect(events.filter(({ payload }) => payload.questionId === id).map(({ topic }) => topic)).toEqual([
      'opening.question_asked',
    ])
    const actions = await db.asSystem((tx) =>
      tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, openingId)),
    )
    expect(actions).toEqual([{ action: 'opening.question_asked' }])
  })

  test('reaches the chosen contact once, in the words that were read, with the way out and nothing of ours', async () => {
    const openingId = await opening()
    await ask(scene.lead, openingId)
    await runAll()
    await runAll()
    const [mail, ...more] = await letters()
    expect(more).toHaveLength(0)
    expect(mail?.subject).toBe(SUBJECT)
    for (const part of BODY.split('\n\n')) expect(mail?.text).toContain(part)
    expect(mail?.text).toContain(`/azienda/opportunita/${openingId}`)
    expect(mail?.text).toContain('/disiscrizione/')
    expect(`${mail?.text}${mail?.headers}`).not.toContain(scene.lead.name)
    const ofContact = await db.asSystem((tx) =>
      tx.select().from(mails).where(eq(mails.contactId, scene.hr.contactId)),
    )
    expect(ofContact.find(({ template }) => template === 'opening_question')).toMatchObject({
      class: 'company',
      state: 'sent',
    })
  })

  test('is shown to the whole network, so that nobody asks twice', async () => {
    const openingId = await opening()
    await ask(scene.lead, openingId)
    expect(await withActor(await aStaff(), (tx) => questionsAsked(tx, openingId))).toMatchObject([
      { editKey: 'start_later_60', by: scene.lead.name },
    ])
  })

  test('that lost its reason before it left is not mailed; whoever sent it hears when nobody could be reached', async () => {
    const openingId = await opening()
    await ask(scene.lead, openingId)
    await db.asSystem((tx) =>
      tx.update(contacts).set({ unsubscribedAt: new Date() }).where(eq(contacts.id, scene.hr.contactId)),
    )
    await runAll()
    expect(await letters()).toHaveLength(0)
    expect(await scene.planned('mail_not_written')).toHaveLength(1)
  })
})

describe('no question goes', () => {
  test.each([
    ['with the code of a person', { body: `${BODY} QUERCIA-417 verrebbe subito.` }, 'code', 'body'],
    ['that counts people', { body: `${BODY} Abbiamo 6 persone pronte.` }, 'people_counted', 'body'],
    [
      'that counts people in its subject',
      { subject: 'Ci sono tre candidate per voi' },
      'people_counted',
      'subject',
    ],
    [
      'that names an organisation',
      { body: `${BODY} A presto, Cooperativa Orizzonti` },
      'organisation',
      'body',
    ],
  ])('%s', async (_, values, why, field) => {
    await anOrganisation('Cooperativa Orizzonti')
    const openingId = await opening()
    expect(await refusal(ask(scene.lead, openingId, values))).toMatchObject({
      ...{ code: 'invalid', reason: `questions_trouble_${why}`, field },
    })
    expect(await kept(openingId)).toEqual([])
  })

  test.each([
    ['has left', { active: false }],
    ['has no address', { email: null }],
    ['wants none of our mails', { unsubscribedAt: new Date() }],
  ])('to a contact who %s', async (_, values) => {
    const openingId = await opening()
    await db.asSystem((tx) => tx.update(contacts).set(values).where(eq(contacts.id, scene.hr.contactId)))
    expect(await refusal(ask(scene.lead, openingId))).toMatchObject({
      ...{ code: 'invalid', reason: 'questions_contact_unreachable', field: 'contactId' },
    })
  })

  test('to the contact of another company, nor to a company that asked for silence', async () => {
    const other = await anHrContact(await aCompany())
    const openingId = await opening()
    expect(await refusal(ask(scene.lead, openingId, { contactId: other.contactId }))).toMatchObject({
      reason: 'questions_contact_unreachable',
    })
    await db.asSystem((tx) =>
      tx.update(companies).set({ doNotContact: true }).where(eq(companies.id, scene.hr.companyId)),
    )
    expect(await refusal(ask(scene.lead, openingId))).toMatchObject({
      reason: 'questions_contact_unreachable',
    })
  })

  test('about an opening that is not open, nor from anybody but a case manager', async () => {
    expect(await refusal(ask(scene.lead, await opening(scene.hr, { state: 'paused' })))).toMatchObject({
      ...{ code: 'refused', reason: 'questions_not_open' },
    })
    const openingId = await opening()
    for (const actor of [await aStaff('coordinator'), await aStaff('admin'), scene.hr]) {
      expect(await refusal(ask(actor, openingId))).toMatchObject({ code: 'forbidden' })
    }
  })

  test('without words, in two lines of subject, or longer than a mail', () => {
    const problems = (values: object) => {
      const parsed = sendQuestionSchema.safeParse({
        ...{ contactId: '0b9f1c1e-4f0a-4b52-9d86-0d4f3f0e6a11', subject: SUBJECT, body: BODY },
        ...values,
      })
      return parsed.error?.issues.map(({ message }) => message) ?? []
    }
    expect(problems({})).toEqual([])
    expect(problems({ subject: 'Una domanda\nBcc: tutti@rete.example' })).toEqual(['questions_subject_long'])
    expect(problems({ body: 'Breve' })).toEqual(['questions_body_missing'])
    expect(problems({ body: 'a'.repeat(2_001) })).toEqual(['questions_body_long'])
    expect(problems({ contactId: 'x' })).toEqual(['questions_contact_missing'])
  })
})

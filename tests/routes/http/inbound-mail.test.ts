import { eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editContact } from '#app/domain/companies/edit-contact.server.ts'
import { prepareMail } from '#app/domain/mails/prepare-mail.server.ts'
import { replyAddress } from '#app/domain/inbound-mails/reply-address.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { signDelivery } from '#app/web/http/inbound-mail.server.ts'
import { companies, contacts, interactions } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { inboundMails } from '#db/schema/inbound-mails.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { type SmallServer, startSmallServer } from '#tests/support/small-server.ts'

const SECRET = 'a-secret-of-the-mail-server-only-for-tests'
process.env.INBOUND_ADDRESS = 'risposte@in.rete.example'

const db = useTestDatabase()
let server: SmallServer
let hr: HrActor
let lead: StaffActor
let address: string

beforeAll(async () => {
  server = await startSmallServer({ INBOUND_SECRET: SECRET })
})
afterAll(() => server.stop())
beforeEach(async () => {
  lead = await aStaff()
  const { userId: leadUserId, orgId: leadOrgId } = lead
  hr = await anHrContact(await aCompany({ leadUserId, leadOrgId }))
  address = replyAddress(hr.contactId) ?? ''
  await db.asSystem((tx) => tx.delete(inboundMails).where(isNotNull(inboundMails.id)))
})

const seconds = () => String(Math.floor(Date.now() / 1000))

const deliver = (raw: string, { secret = SECRET, timestamp = seconds(), path = '/api/inbound-mail' } = {}) =>
  server.send(path, {
    method: 'POST',
    body: raw,
    headers: {
      'Content-Type': 'message/rfc822',
      'X-Inbound-Timestamp': timestamp,
      'X-Inbound-Signature': signDelivery(secret, timestamp, Buffer.from(raw)),
    },
  })

const letter = (to: string, lines: string[] = [], body = 'Va bene, chiamatemi lunedì.') =>
  [
    'From: Anna <anna@azienda.example>',
    `To: <${to}>`,
    'Subject: Re: C’è una novità per la vostra opportunità',
    `Message-ID: <${newId()}@azienda.example>`,
    ...lines,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
    'Il giorno lun 16 nov 2026 alle ore 09:12 Passaparola <rete@passaparola.example> ha scritto:',
    '> Buongiorno Anna,',
    '> c’è una novità',
  ].join('\r\n')

const report = (to: string, status: string) =>
  [
    'From: MAILER-DAEMON@mx.example',
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=xx',
    '',
    '--xx',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--xx',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; anna@azienda.example',
    'Action: failed',
    `Status: ${status}`,
    '',
    '--xx--',
  ].join('\r\n')

const filed = () =>
  db.asSystem((tx) => tx.select().from(interactions).where(eq(interactions.companyId, hr.companyId)))
const tasks = async () =>
  (await db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, hr.companyId)))).map(
    ({ ruleKey, assigneeId, state }) => ({ ruleKey, assigneeId, state }),
  )
const noted = async () => (await db.asSystem((tx) => tx.select().from(inboundMails))).map(({ kind }) => kind)
const contact = async () =>
  (await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.id, hr.contactId))))[0]

describe('an answer to one of our mails', () => {
  it('goes on the timeline of the company without what it quotes, ends the chase and asks the lead to read it', async () => {
    expect((await deliver(letter(address))).status).toBe(202)
    const [contactWith, ...more] = await filed()
    expect(more).toEqual([])
    expect(contactWith).toMatchObject({
      kind: 'mail',
      outcome: 'neutral',
      contactId: hr.contactId,
      userId: lead.userId,
    })
    expect(contactWith?.note).toContain('Va bene, chiamatemi lunedì.')
    expect(contactWith?.note).not.toContain('Buongiorno')
    const [event] = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'interaction.logged')).orderBy(outbox.createdAt),
    )
    expect(event?.payload).toEqual({ interactionId: contactWith?.id })
    expect(await tasks()).toEqual([{ ruleKey: 'mail_reply', assigneeId: lead.userId, state: 'planned' }])
    const [company] = await db.asSystem((tx) =>
      tx.select().from(companies).where(eq(companies.id, hr.companyId)),
    )
    expect(company?.lastContactAt).not.toBeNull()
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, hr.companyId)),
    )
    expect(acts.map(({ action }) => action)).toContain('interaction.logged')
  })

  it('delivered again, as servers do, is filed once', async () => {
    const raw = letter(address)
    expect((await deliver(raw)).status).toBe(202)
    expect((await deliver(raw)).status).toBe(202)
    expect(await filed()).toHaveLength(1)
  })

  it('is known in capitals, and by the header of the server that delivered it', async () => {
    await deliver(letter(address.toUpperCase()))
    await deliver(letter('elenco@azienda.example', [`Delivered-To: ${address}`]))
    expect(await filed()).toHaveLength(2)
  })

  it('to a company that nobody leads goes to a coordinator', async () => {
    const coordinator = await aStaff('coordinator')
    await db.asSystem((tx) =>
      tx.update(companies).set({ leadUserId: null, leadOrgId: null }).where(eq(companies.id, hr.companyId)),
    )
    await deliver(letter(address))
    expect(await filed()).toMatchObject([{ userId: coordinator.userId }])
  })

  it('written by a machine is noted, and the chase goes on', async () => {
    expect((await deliver(letter(address, ['Auto-Submitted: auto-replied']))).status).toBe(202)
    expect(await filed()).toEqual([])
    expect(await tasks()).toEqual([])
    expect(await noted()).toEqual(['auto_reply'])
  })
})

describe('what is of no thread of ours', () => {
  it.each([
    ['an address without thread', () => 'risposte@in.rete.example'],
    ['an altered thread', () => address.replace(/.@/, (last) => (last === 'a@' ? 'b@' : 'a@'))],
    ['the thread of nobody', () => replyAddress(newId()) ?? ''],
  ])('%s is answered 202 and filed nowhere', async (_, to) => {
    expect((await deliver(letter(to()))).status).toBe(202)
    expect(await filed()).toEqual([])
    expect(await noted()).toEqual(['unknown'])
  })
})

describe('a report that a mail can not be delivered', () => {
  it('for good marks the contact, plans anew what was to go to her and asks for another address, once', async () => {
    const planned = newId<never>()
    await db.asSystem((tx) =>
      tx.insert(followUps).values({
        ...{
          id: planned,
          ruleKey: 'x',
          subjectType: 'company',
          subjectId: hr.companyId,
          companyId: hr.companyId,
        },
        ...{ kind: 'message', template: 'check_in', dueAt: now(), contactId: hr.contactId, createdAt: now() },
      }),
    )
    await deliver(report(address, '5.1.1'))
    await deliver(`${report(address, '5.1.1')}\r\n`)
    expect((await contact())?.bouncedAt).not.toBeNull()
    expect(await tasks()).toEqual(
      expect.arrayContaining([
        { ruleKey: 'x', assigneeId: null, state: 'planned' },
        { ruleKey: 'mail_bounced', assigneeId: lead.userId, state: 'planned' },
      ]),
    )
    expect(await tasks()).toHaveLength(2)
    const events = await db.asSystem((tx) => tx.select().from(outbox))
    const anew = events.filter(({ payload }) => payload.companyId === hr.companyId)
    expect(anew.map(({ topic }) => topic)).toEqual(['company.plan_due'])

    const openingId = await anOpening({ companyId: hr.companyId })
    const mail = {
      ...{ id: newId<string>(), outboxId: newId<never>(), template: 'opening_acknowledged' },
      class: 'company' as const,
      ...{
        contactId: hr.contactId,
        subjectType: 'opening',
        subjectId: openingId,
        messageId: '<m@h>',
        createdAt: now(),
      },
    }
    const [row] = await db.asSystem((tx) => tx.insert(mails).values(mail).returning())
    if (!row) throw new Error('no mail')
    expect(await db.asSystem((tx) => prepareMail(tx, row))).toEqual({ stop: 'address_bounced' })

    const { name = '', role = 'hr', version = 1 } = (await contact()) ?? {}
    const change = { contactId: hr.contactId, version, name, role, locale: 'it' as const, active: true }
    await withActor(lead, (tx) =>
      editContact(tx, hr.companyId, { ...change, email: 'nuova@azienda.example' }),
    )
    expect((await contact())?.bouncedAt).toBeNull()
  })

  it('for a while changes nothing', async () => {
    await deliver(report(address, '4.4.1'))
    expect((await contact())?.bouncedAt).toBeNull()
    expect(await noted()).toEqual(['delayed'])
  })
})

describe('the door for mail', () => {
  it.each([
    ['another secret', () => deliver(letter(address), { secret: 'x'.repeat(32) })],
    ['an old signature', () => deliver(letter(address), { timestamp: String(Number(seconds()) - 301) })],
    ['one of the future', () => deliver(letter(address), { timestamp: String(Number(seconds()) + 301) })],
    ['a time that is none', () => deliver(letter(address), { timestamp: 'now' })],
  ])('is closed to %s', async (_, knock) => {
    expect((await knock()).status).toBe(401)
    expect(await filed()).toEqual([])
  })

  it('is closed to a form of our own pages, and opens no other address', async () => {
    expect((await server.post('/api/inbound-mail', 'a=1')).status).toBe(401)
    const before = server.counter.posts
    expect((await deliver(letter(address), { path: '/echo' })).status).toBe(403)
    expect(server.counter.posts).toBe(before)
  })

  it('takes no more than ten megabytes', async () => {
    expect((await deliver(letter(address, [], 'x'.repeat(10 * 1024 * 1024)))).status).toBe(413)
  })

  it('is not there where no secret is configured', async () => {
    const without = await startSmallServer()
    const answer = await without.send('/api/inbound-mail', { method: 'POST', body: 'x' })
    expect(answer.status).toBe(404)
    await without.stop()
  })
})

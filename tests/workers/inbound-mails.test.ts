import { eq, ne } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replyAddress } from '#app/domain/inbound-mails/reply-address.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId, FollowUpId } from '#app/domain/shared/ids.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { readNewMails } from '#app/platform/mailbox.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyReferrals, interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { inboundMails } from '#db/schema/inbound-mails.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { takeMail } from '#workers/inbound-mails.ts'
import { startImapServer } from './imap-server.ts'

process.env.INBOUND_ADDRESS = 'risposte@in.rete.example'

const db = useTestDatabase({ as: 'worker' })
let lead: StaffActor
let hr: HrActor
let server: Awaited<ReturnType<typeof startImapServer>>

const letter = (text: string) =>
  [
    'From: Anna <anna@azienda.example>',
    `To: <${replyAddress(hr.contactId) ?? ''}>`,
    'Subject: Re: Come sta andando?',
    '',
    text,
    '',
  ].join('\r\n')

beforeEach(async () => {
  lead = await aStaff()
  const { userId: leadUserId, orgId: leadOrgId } = lead
  hr = await anHrContact(await aCompany({ leadUserId, leadOrgId }))
  server = await startImapServer([letter('Bene, grazie.'), letter('Ho dimenticato: anche sabato.')])
})
afterEach(() => server.stop())

const notes = async () =>
  (
    await db.asSystem((tx) => tx.select().from(interactions).where(eq(interactions.companyId, hr.companyId)))
  ).map(({ note }) => note)

describe('a mailbox that answers arrive in', () => {
  it('is read to its end, once, and what was taken is marked as read', async () => {
    expect(await readNewMails(server.url, takeMail)).toBe(2)
    expect(await readNewMails(server.url, takeMail)).toBe(0)
    expect(await notes()).toEqual([
      'Re: Come sta andando?\n\nBene, grazie.',
      'Re: Come sta andando?\n\nHo dimenticato: anche sabato.',
    ])
  })

  it('keeps as unread what could not be taken, and it is filed once in the end', async () => {
    let times = 0
    const failing = async (raw: Buffer) => {
      times += 1
      await takeMail(raw)
      if (times === 2) throw new Error('the database went away')
    }
    await expect(readNewMails(server.url, failing)).rejects.toThrow('went away')
    expect([...server.seen]).toEqual([1])
    await readNewMails(server.url, takeMail)
    expect(await notes()).toHaveLength(2)
  })
})

describe('an answer', () => {
  const arrives = (text = 'Va bene, chiamatemi lunedì.') => takeMail(Buffer.from(letter(text)))
  const filed = () =>
    db.asSystem((tx) => tx.select().from(interactions).where(eq(interactions.companyId, hr.companyId)))
  const stageOf = async (id: CompanyId) =>
    (await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, id))))[0]?.stage

  it('is a contact as one that somebody logs: the company climbs, and whoever introduced it is an ambassador', async () => {
    const from = await aCompany()
    const referral = { id: newId<string>(), fromCompanyId: from, toCompanyId: hr.companyId }
    await db.asSystem((tx) => tx.insert(companyReferrals).values({ ...referral, at: new Date(+now() - DAY) }))
    await arrives()
    expect(await stageOf(hr.companyId)).toBe('contacted')
    expect(await stageOf(from)).toBe('ambassador')
    const [change] = await db.asSystem((tx) =>
      tx.select().from(stageChanges).where(eq(stageChanges.companyId, hr.companyId)),
    )
    const [contact] = await filed()
    expect(contact).toMatchObject({ kind: 'mail', outcome: 'neutral', userId: lead.userId })
    expect(change).toMatchObject({ cause: 'contacted', authorId: null, interactionId: contact?.id })
  })

  it('ends the chase at once, before anything is planned anew', async () => {
    const id = newId<FollowUpId>()
    const about = { subjectType: 'company', subjectId: hr.companyId, companyId: hr.companyId } as const
    const chase = { ruleKey: 'no_contact', kind: 'task', template: 'follow_ups_task_no_contact' } as const
    await db.asSystem((tx) =>
      tx.insert(followUps).values({ id, ...about, ...chase, dueAt: now(), createdAt: now() }),
    )
    await arrives()
    const [row] = await db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.id, id)))
    expect(row).toMatchObject({ state: 'cancelled', why: 'contacted' })
  })

  it('to nobody’s company in a network without coordinators is in somebody’s diary; with nobody at all it stays unread', async () => {
    await db.asSystem(async (tx) => {
      await tx.update(users).set({ active: false }).where(ne(users.id, lead.userId))
      await tx
        .update(companies)
        .set({ leadUserId: null, leadOrgId: null })
        .where(eq(companies.id, hr.companyId))
    })
    await arrives()
    expect(await filed()).toMatchObject([{ userId: lead.userId }])
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, lead.userId)))
    const known = await db.asSystem((tx) => tx.$count(inboundMails))
    await expect(arrives('Un’altra cosa.')).rejects.toThrow('nobody of the network')
    expect(await filed()).toHaveLength(1)
    expect(await db.asSystem((tx) => tx.$count(inboundMails))).toBe(known)
  })
})

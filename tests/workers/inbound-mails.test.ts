import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replyAddress } from '#app/domain/inbound-mails/reply-address.server.ts'
import type { HrActor } from '#app/domain/shared/actor.ts'
import { readNewMails } from '#app/platform/mailbox.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { takeMail } from '#workers/inbound-mails.ts'
import { startImapServer } from './imap-server.ts'

process.env.INBOUND_ADDRESS = 'risposte@in.rete.example'

const db = useTestDatabase({ as: 'worker' })
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
  const { userId: leadUserId, orgId: leadOrgId } = await aStaff()
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

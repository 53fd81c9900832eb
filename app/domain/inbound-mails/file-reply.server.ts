import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import type { contacts } from '#db/schema/companies.ts'
import { lockCompany, type CompanyRow } from '../companies/lock-company.server.ts'
import { recordContact } from '../companies/record-contact.server.ts'
import { openTask } from '../follow-ups/open-task.server.ts'
import type { OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { InboundMail } from './inbound-mail.ts'

type ContactRow = typeof contacts.$inferSelect
type Keeper = { userId: UserId; orgId: OrganisationId }

/** Who of the network has a diary. */
const KEEPERS = ['coordinator', 'case_manager', 'admin'] as const

/** As much as the note of a contact holds; the rest is in the mailbox of whoever keeps one. */
const LONGEST_NOTE = 2_000

/**
 * In whose diary it goes: the lead's, or where the company has none, that of the coordinator who has been there longest, else
 * of whoever else of the network has.
 * @throws Error where the network has nobody at all: the mail then stays where it was.
 */
async function keeperOf(tx: Tx, { leadUserId }: CompanyRow): Promise<Keeper> {
  const lead = leadUserId ? [sql`${users.id} = ${leadUserId} desc`] : []
  const [keeper] = await tx
    .select({ userId: users.id, orgId: users.orgId })
    .from(users)
    .where(and(eq(users.active, true), inArray(users.role, [...KEEPERS])))
    .orderBy(
      ...lead,
      sql`array_position(array['coordinator', 'case_manager', 'admin'], ${users.role})`,
      asc(users.createdAt),
      asc(users.id),
    )
    .limit(1)
  if (!keeper?.orgId) throw new Error('nobody of the network keeps a diary')
  return { userId: keeper.userId, orgId: keeper.orgId }
}

/**
 * Files what a contact wrote as a contact with her company, with all that one that somebody logs proves and ends, and asks
 * the lead to read it and answer.
 */
export async function fileReply(tx: Tx, contact: ContactRow, { subject, text }: InboundMail): Promise<void> {
  const { id: contactId, companyId } = contact
  const company = await lockCompany(tx, companyId, 'merged too')
  await recordContact(tx, company, {
    ...(await keeperOf(tx, company)),
    ...{ contactId, kind: 'mail', outcome: 'neutral', minutes: 0 },
    note: `${subject}\n\n${text}`.trim().slice(0, LONGEST_NOTE),
  })
  await openTask(tx, {
    rule: 'mail_reply',
    subject: { type: 'company', id: companyId },
    companyId,
    contactId,
    title: 'inbound_task_reply',
    to: 'lead',
  })
}

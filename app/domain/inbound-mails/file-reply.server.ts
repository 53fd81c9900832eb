import { and, asc, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, type contacts, interactions } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import { openTask } from '../follow-ups/open-task.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { CompanyId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import type { InboundMail } from './inbound-mail.ts'

type ContactRow = typeof contacts.$inferSelect
type Keeper = { userId: UserId; orgId: OrganisationId }

/** As much as the note of a contact holds; the rest is in the mailbox of whoever keeps one. */
const LONGEST_NOTE = 2_000

/**
 * In whose diary it goes: the lead's, or where the company has none, that of the coordinator who has been there longest.
 * Null where the network has nobody at all.
 */
async function keeperOf(tx: Tx, companyId: CompanyId): Promise<Keeper | null> {
  const atWork = eq(users.active, true)
  const who = { userId: users.id, orgId: users.orgId }
  const [lead] = await tx
    .select(who)
    .from(companies)
    .innerJoin(users, eq(users.id, companies.leadUserId))
    .where(and(eq(companies.id, companyId), atWork))
  const [coordinator] = lead
    ? [lead]
    : await tx
        .select(who)
        .from(users)
        .where(and(eq(users.role, 'coordinator'), atWork))
        .orderBy(asc(users.createdAt))
        .limit(1)
  const { userId, orgId } = coordinator ?? {}
  return userId && orgId ? { userId, orgId } : null
}

/**
 * Files what a contact wrote as a contact with her company, which ends every chase as any other does, and asks the lead to
 * read it and answer.
 */
export async function fileReply(tx: Tx, contact: ContactRow, { subject, text }: InboundMail): Promise<void> {
  const { id: contactId, companyId } = contact
  await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId)).for('update')
  const keeper = await keeperOf(tx, companyId)
  if (keeper) {
    const at = now()
    const interactionId = newId<string>()
    await tx.insert(interactions).values({
      ...{ id: interactionId, companyId, contactId, ...keeper, kind: 'mail', outcome: 'neutral', minutes: 0 },
      note: `${subject}\n\n${text}`.trim().slice(0, LONGEST_NOTE),
      occurredAt: at,
      createdAt: at,
    })
    await audit(tx, {
      ...{ action: 'interaction.logged', subjectType: 'company', subjectId: companyId },
      orgId: keeper.orgId,
    })
    await emit(tx, 'interaction.logged', { interactionId })
    await tx.update(companies).set({ lastContactAt: at }).where(eq(companies.id, companyId))
    await keepScore(tx, companyId)
  }
  await openTask(tx, {
    rule: 'mail_reply',
    subject: { type: 'company', id: companyId },
    companyId,
    contactId,
    title: 'inbound_task_reply',
    to: 'lead',
  })
}

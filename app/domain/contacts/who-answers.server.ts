import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { contacts } from '#db/schema/companies.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type WhoAnswers = typeof contacts.$inferSelect

/**
 * Who answers for a company by mail: still there and with an address. One whom our mails reach comes before one who does
 * not want them or whose address gives them back, whoever answers for hiring before others.
 */
export const whoAnswers = (tx: Tx, companyId: CompanyId): Promise<WhoAnswers[]> =>
  tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.companyId, companyId), eq(contacts.active, true), isNotNull(contacts.email)))
    .orderBy(
      sql`${contacts.bouncedAt} is not null`,
      sql`${contacts.unsubscribedAt} is not null`,
      sql`array_position(array['hr', 'owner', 'other', 'tutor'], ${contacts.role})`,
      contacts.createdAt,
      contacts.id,
    )

/** Whether our mails arrive there and nobody has said a word against them. */
export const readsOurMail = ({ unsubscribedAt, bouncedAt }: WhoAnswers): boolean =>
  unsubscribedAt === null && bouncedAt === null

/** Whether somebody decides whom the company meets: a card goes to nobody else there. */
export const answersForHiring = ({ role }: WhoAnswers): boolean => role === 'hr' || role === 'owner'

/** Those of them whom our mails reach. */
export const readersOf = async (tx: Tx, companyId: CompanyId): Promise<WhoAnswers[]> =>
  (await whoAnswers(tx, companyId)).filter(readsOurMail)

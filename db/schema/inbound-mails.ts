import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CompanyId, ContactId } from '#app/domain/shared/ids.ts'
import { id, instant } from './columns.ts'

/** That a mail came in and what it was taken for. What it says is on the timeline or nowhere. */
export const inboundMails = pgTable(
  'inbound_mails',
  {
    id: id<string>('id').primaryKey(),
    /** Hash of all its bytes: the same mail delivered twice counts once. */
    fingerprint: text('fingerprint').notNull(),
    kind: text('kind').$type<'reply' | 'auto_reply' | 'bounce' | 'delayed' | 'unknown'>().notNull(),
    contactId: id<ContactId>('contact_id'),
    companyId: id<CompanyId>('company_id'),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [
    uniqueIndex('inbound_mails_once').on(t.fingerprint),
    index('inbound_mails_received').on(t.receivedAt),
  ],
)

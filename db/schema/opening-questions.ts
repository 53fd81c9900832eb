import { index, pgTable, text } from 'drizzle-orm/pg-core'
import type {
  CompanyId,
  ContactId,
  OpeningId,
  OrganisationId,
  QuestionId,
  UserId,
} from '#app/domain/shared/ids.ts'
import { companies, contacts } from './companies.ts'
import { id, instant } from './columns.ts'
import { openings } from './openings.ts'

/**
 * A company was asked whether one thing of its opening could change. The words are kept, because the mail is written from
 * them; they speak of the opening, never of anybody.
 */
export const openingQuestions = pgTable(
  'opening_questions',
  {
    id: id<QuestionId>('id').primaryKey(),
    orgId: id<OrganisationId>('org_id').notNull(),
    openingId: id<OpeningId>('opening_id')
      .notNull()
      .references(() => openings.id),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    contactId: id<ContactId>('contact_id')
      .notNull()
      .references(() => contacts.id),
    /** Which edit of the catalogue, as `editKey` writes it. */
    editKey: text('edit_key').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    askedBy: id<UserId>('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [index('opening_questions_opening').on(t.openingId, t.askedAt)],
)

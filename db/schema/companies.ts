import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { CompanyId, ContactId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { organisations, users } from './accounts.ts'
import { id, instant } from './columns.ts'

/** Employers. They belong to the network, not to one organisation: see docs/decisions. */
export const companies = pgTable(
  'companies',
  {
    id: id<CompanyId>('id').primaryKey(),
    vatId: text('vat_id').notNull(),
    name: text('name').notNull(),
    sector: text('sector').notNull(),
    sizeBand: text('size_band').$type<'micro' | 'small' | 'medium' | 'large'>().notNull(),
    placeCode: text('place_code').notNull(),
    website: text('website'),
    verification: text('verification')
      .$type<'pending' | 'verified' | 'rejected'>()
      .notNull()
      .default('pending'),
    stage: text('stage').notNull().default('new'),
    pausedUntil: instant('paused_until'),
    doNotContact: boolean('do_not_contact').notNull().default(false),
    leadOrgId: id<OrganisationId>('lead_org_id').references(() => organisations.id),
    leadUserId: id<UserId>('lead_user_id').references(() => users.id),
    /** Today's projection of the trust events; recomputed nightly, provable from them. */
    trustScore: numeric('trust_score', { precision: 5, scale: 2, mode: 'number' }).notNull().default(50),
    trustScoreAt: instant('trust_score_at'),
    /** Where it was heading at that moment. */
    trustSlope: text('trust_slope')
      .$type<'warming' | 'steady' | 'cooling' | 'at_risk'>()
      .notNull()
      .default('steady'),
    lastContactAt: instant('last_contact_at'),
    /** The row that is this firm too; it then owns everything, and this one is kept for taking the merge back. */
    mergedInto: id<CompanyId>('merged_into').references((): AnyPgColumn => companies.id),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('companies_vat').on(t.vatId),
    index('companies_lead').on(t.leadUserId),
    index('companies_place').on(t.placeCode),
  ],
)

/** People at a company. */
export const contacts = pgTable(
  'contacts',
  {
    id: id<ContactId>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    name: text('name').notNull(),
    email: text('email'),
    phone: text('phone'),
    role: text('role').$type<'hr' | 'owner' | 'tutor' | 'other'>().notNull().default('hr'),
    locale: text('locale').notNull().default('it'),
    unsubscribedAt: instant('unsubscribed_at'),
    /** Since when her address is known not to exist; another address takes it away. */
    bouncedAt: instant('bounced_at'),
    active: boolean('active').notNull().default(true),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('contacts_company').on(t.companyId)],
)

/** The names of whoever was ever a contact of a company, written by a trigger: who must avoid her is kept away from it. */
export const companyPeople = pgTable(
  'company_people',
  {
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    /** As `app.person_key` makes it. */
    nameKey: text('name_key').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.nameKey] })],
)

/**
 * One row for each coordinator's decision; two different approvals verify a company. Whoever opens a refused one again
 * leaves a row too, and supersedes those before: they stay to be read and count no more.
 */
export const companyVerifications = pgTable(
  'company_verifications',
  {
    id: id<string>('id').primaryKey(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id),
    decision: text('decision').$type<'approved' | 'rejected' | 'reconsidered' | 'revoked'>().notNull(),
    registerChecked: boolean('register_checked').notNull(),
    humanContact: boolean('human_contact').notNull(),
    note: text('note').notNull().default(''),
    at: instant('at').notNull(),
    supersededAt: instant('superseded_at'),
  },
  (t) => [
    uniqueIndex('company_verifications_standing')
      .on(t.companyId, t.userId)
      .where(sql`${t.supersededAt} is null`),
  ],
)

/** A call, visit, mail, meeting or event with a company, shared by the whole network. */
export const interactions = pgTable(
  'interactions',
  {
    id: id<string>('id').primaryKey(),
    orgId: id<OrganisationId>('org_id').notNull(),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    contactId: id<ContactId>('contact_id').references(() => contacts.id),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').$type<'call' | 'visit' | 'mail' | 'meeting' | 'event'>().notNull(),
    outcome: text('outcome').$type<'positive' | 'neutral' | 'negative' | 'no_answer'>().notNull(),
    minutes: integer('minutes').notNull(),
    note: text('note').notNull().default(''),
    /** The row of a file that it came from: the same one again adds nothing. */
    importKey: text('import_key'),
    occurredAt: instant('occurred_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('interactions_company').on(t.companyId, t.occurredAt),
    /** What the whole network did in a year, whatever the history. */
    index('interactions_when').on(t.occurredAt),
    uniqueIndex('interactions_import')
      .on(t.importKey)
      .where(sql`${t.importKey} is not null`),
  ],
)

/** A company that introduced another: the passaparola. */
export const companyReferrals = pgTable('company_referrals', {
  id: id<string>('id').primaryKey(),
  fromCompanyId: id<CompanyId>('from_company_id')
    .notNull()
    .references(() => companies.id),
  toCompanyId: id<CompanyId>('to_company_id')
    .notNull()
    .references(() => companies.id),
  at: instant('at').notNull(),
})

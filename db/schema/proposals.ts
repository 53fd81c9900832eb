import {
  boolean,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type {
  CandidateId,
  CardId,
  CompanyId,
  ContactId,
  OpeningId,
  OrganisationId,
  ProposalId,
  UserId,
} from '#app/domain/shared/ids.ts'
import { candidates } from './candidates.ts'
import { companies } from './companies.ts'
import { id, instant } from './columns.ts'
import { openings } from './openings.ts'

/**
 * What a company sees of one person for one opening. Its id is random; nothing here or beside it leads back to the
 * person: the link is in `proposals`, which no company can read.
 */
export const cards = pgTable(
  'cards',
  {
    id: id<CardId>('id').primaryKey(),
    openingId: id<OpeningId>('opening_id')
      .notNull()
      .references(() => openings.id),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    contactId: id<ContactId>('contact_id').notNull(),
    state: text('state').$type<'sent' | 'answered' | 'withdrawn' | 'expired'>().notNull().default('sent'),
    answer: text('answer').$type<'interested' | 'not_now' | 'talk'>(),
    notNowReason: text('not_now_reason'),
    /** The decision, or the wish to talk while there is none. */
    answeredAt: instant('answered_at'),
    /** They asked to talk first; kept when they decide. */
    talkedAt: instant('talked_at'),
    openedAt: instant('opened_at'),
    /** Monday of the week in which it was sent: nothing finer is shown. */
    week: date('week', { mode: 'string' }).notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (t) => [index('cards_opening').on(t.openingId), index('cards_company').on(t.companyId, t.sentAt)],
)

/** The attributes of a card, each a code of a closed vocabulary. */
export const cardAttributes = pgTable(
  'card_attributes',
  {
    cardId: id<CardId>('card_id')
      .notNull()
      .references(() => cards.id, { onDelete: 'cascade' }),
    attribute: text('attribute').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.cardId, t.attribute, t.value] })],
)

/** A candidate put forward for an opening: the only link between a person and a card. */
export const proposals = pgTable(
  'proposals',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<ProposalId>('id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    openingId: id<OpeningId>('opening_id').notNull(),
    companyId: id<CompanyId>('company_id').notNull(),
    cardId: id<CardId>('card_id').notNull(),
    proposedBy: id<UserId>('proposed_by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('proposals_once').on(t.orgId, t.candidateId, t.openingId),
    index('proposals_card').on(t.cardId),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** Everything ever shown about a person: cumulative k counts over the rows of 24 months. */
export const disclosures = pgTable(
  'disclosures',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    cardId: id<CardId>('card_id').notNull(),
    attribute: text('attribute').notNull(),
    value: text('value').notNull(),
    k: smallint('k').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.candidateId, t.cardId, t.attribute, t.value] }),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** An internship or job that began. */
export const placements = pgTable(
  'placements',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<string>('id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    openingId: id<OpeningId>('opening_id'),
    companyId: id<CompanyId>('company_id').notNull(),
    kind: text('kind').$type<'training' | 'trial' | 'internship' | 'job'>().notNull(),
    state: text('state').$type<'active' | 'completed' | 'ended_early'>().notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }),
    becameHire: boolean('became_hire').notNull().default(false),
    fundingSource: text('funding_source'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('placements_company').on(t.companyId),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** A case manager asks the other organisations whether one of their people may be proposed. */
export const helpRequests = pgTable(
  'help_requests',
  {
    id: id<string>('id').primaryKey(),
    openingId: id<OpeningId>('opening_id')
      .notNull()
      .references(() => openings.id),
    orgId: id<OrganisationId>('org_id').notNull(),
    requestedBy: id<UserId>('requested_by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('help_requests_once').on(t.openingId, t.orgId)],
)

import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CandidateId, CardId, CompanyId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { candidates } from './candidates.ts'
import { bytes, id, instant } from './columns.ts'

const whose = () => ({
  orgId: id<OrganisationId>('org_id').notNull(),
  id: id<string>('id').notNull(),
  candidateId: id<CandidateId>('candidate_id').notNull(),
  cardId: id<CardId>('card_id').notNull(),
  companyId: id<CompanyId>('company_id').notNull(),
  /** Who looked, with her, at whether it is safe there; the exclusions are looked at besides. */
  checkedBy: id<UserId>('checked_by').notNull(),
})

/** Why a stage ended before its time. */
export type StageEnd =
  | 'by_hand'
  | 'consent'
  | 'card'
  | 'replaced'
  | 'opened'
  | 'expired'
  | 'merged'
  | 'restored'

/**
 * Stage 2: a company that is interested meets somebody under a name that she chose. No company can read a row of this.
 */
export const meetings = pgTable(
  'meetings',
  {
    ...whose(),
    nameShown: text('name_shown').$type<'first_name' | 'alias'>().notNull(),
    /** The name itself as she agreed to it, sealed with her key: her file may be put right later. Gone once the meeting ended. */
    nameTold: bytes('name_told'),
    place: text('place').$type<'at_company' | 'at_network' | 'by_phone'>().notNull(),
    startsAt: instant('starts_at').notNull(),
    arrangedBy: id<UserId>('arranged_by').notNull(),
    arrangedAt: instant('arranged_at').notNull(),
    openedAt: instant('opened_at'),
    endedAt: instant('ended_at'),
    endedWhy: text('ended_why').$type<StageEnd>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('meetings_candidate').on(t.orgId, t.candidateId),
    uniqueIndex('meetings_standing')
      .on(t.cardId)
      .where(sql`ended_at is null`),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/**
 * Stage 3: what a contract needs, behind a link that opens three times in seven days. What was asked of her for this
 * alone is sealed with her key, and removed with the link's end; no company can read a row of this.
 */
export const contractLinks = pgTable(
  'contract_links',
  {
    ...whose(),
    fields: text('fields').array().notNull(),
    taxCode: bytes('tax_code'),
    address: bytes('address'),
    sentBy: id<UserId>('sent_by').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    opens: smallint('opens').notNull().default(0),
    lastOpenedAt: instant('last_opened_at'),
    endedAt: instant('ended_at'),
    endedWhy: text('ended_why').$type<StageEnd>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('contract_links_candidate').on(t.orgId, t.candidateId),
    uniqueIndex('contract_links_standing')
      .on(t.cardId)
      .where(sql`ended_at is null`),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { CandidateId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { bytes, id, instant, week } from './columns.ts'

/** Who looks for work. Everything that says who she is, is sealed with her own key. */
export const candidates = pgTable(
  'candidates',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<CandidateId>('id').notNull(),
    /** The code people use inside the network, such as QUERCIA-417. */
    code: text('code').notNull(),
    caseManagerId: id<UserId>('case_manager_id').notNull(),
    state: text('state').$type<'active' | 'placed' | 'inactive' | 'closed'>().notNull().default('active'),
    firstName: bytes('first_name').notNull(),
    lastName: bytes('last_name').notNull(),
    lastNameIndex: text('last_name_index').notNull(),
    alias: bytes('alias'),
    birthDate: bytes('birth_date'),
    phone: bytes('phone'),
    /** Gender, nationality, family: for statistics and the case manager only, never for matching. */
    background: bytes('background'),
    notes: bytes('notes'),
    takenOnAt: instant('taken_on_at').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    uniqueIndex('candidates_code').on(t.orgId, t.code),
    index('candidates_case_manager').on(t.orgId, t.caseManagerId),
  ],
)

/** The person's data key, wrapped by the master key. Deleting the row erases her. */
export const candidateKeys = pgTable(
  'candidate_keys',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    wrappedKey: bytes('wrapped_key').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.candidateId] }),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** The anonymised, matchable facts: what the engine reads, network-wide, without knowing who. */
export const profiles = pgTable(
  'profiles',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    /** In the engine: an active person whose consent for matching stands. */
    matchable: boolean('matchable').notNull().default(false),
    available: week('available').notNull(),
    /** Coarse slots of the week that a card may show; derived from `available` when it is saved. */
    slots: text('slots').array().notNull().default([]),
    withChildcare: week('with_childcare').notNull(),
    /** Skill codes held, with levels at the same positions. */
    skillCodes: text('skill_codes').array().notNull().default([]),
    skillLevels: smallint('skill_levels').array().notNull().default([]),
    professionCode: text('profession_code').notNull(),
    licences: text('licences').array().notNull().default([]),
    hasVehicle: boolean('has_vehicle').notNull().default(false),
    italianSpoken: smallint('italian_spoken').notNull(),
    italianWritten: smallint('italian_written').notNull(),
    placeCode: text('place_code').notNull(),
    province: text('province').notNull(),
    lat: doublePrecision('lat').notNull(),
    lng: doublePrecision('lng').notNull(),
    maxKm: smallint('max_km').notNull(),
    mayWorkFrom: date('may_work_from', { mode: 'string' }).notNull(),
    permitUntil: date('permit_until', { mode: 'string' }),
    renewalUnderWay: boolean('renewal_under_way').notNull().default(false),
    freeFrom: date('free_from', { mode: 'string' }).notNull(),
    minPayCents: integer('min_pay_cents').notNull().default(0),
    aims: text('aims').array().notNull(),
    limits: text('limits').array().notNull().default([]),
    preferredSectors: text('preferred_sectors').array().notNull().default([]),
    preferredProfessions: text('preferred_professions').array().notNull().default([]),
    planSkills: text('plan_skills').array().notNull().default([]),
    waitingSince: date('waiting_since', { mode: 'string' }).notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.candidateId] }),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** Companies, VAT ids, people of companies and towns that a person must or wants to avoid. Sealed in spirit: read by the engine only. */
export const candidateExclusions = pgTable(
  'candidate_exclusions',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    kind: text('kind').$type<'company' | 'vat' | 'person' | 'town'>().notNull(),
    value: text('value').notNull(),
    /** A person's name as it was typed: the key has other words, in another order. */
    shown: text('shown'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.candidateId, t.kind, t.value] }),
    index('candidate_exclusions_avoided').on(t.kind, t.value),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

/** Append-only: a yes, a no and a withdrawal are rows; the newest for a purpose and subject stands. */
export const consents = pgTable(
  'consents',
  {
    orgId: id<OrganisationId>('org_id').notNull(),
    id: id<string>('id').notNull(),
    candidateId: id<CandidateId>('candidate_id').notNull(),
    purpose: text('purpose').$type<'matching' | 'opening' | 'company' | 'contract' | 'story'>().notNull(),
    /** The opening, or for a meeting and a contract the company, that the consent is for; null for `matching`. */
    subjectId: id<string>('subject_id'),
    decision: text('decision').$type<'given' | 'refused' | 'withdrawn'>().notNull(),
    /** SHA-256 of the text that was shown or read to her. */
    textHash: text('text_hash').notNull(),
    /** The edition of the reviewed texts that it comes from; null where a case manager read hers aloud. */
    textVersion: text('text_version'),
    language: text('language').notNull(),
    withMediator: boolean('with_mediator').notNull(),
    channel: text('channel').$type<'in_person' | 'phone' | 'message' | 'own_device'>().notNull(),
    recordedBy: id<UserId>('recorded_by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index('consents_candidate').on(t.orgId, t.candidateId, t.purpose, t.subjectId),
    foreignKey({
      columns: [t.orgId, t.candidateId],
      foreignColumns: [candidates.orgId, candidates.id],
    }).onDelete('cascade'),
  ],
)

import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type {
  CompanyId,
  ContactId,
  EventId,
  InvitationId,
  OrganisationId,
  UserId,
} from '#app/domain/shared/ids.ts'
import { organisations, users } from './accounts.ts'
import { companies, contacts } from './companies.ts'
import { id, instant } from './columns.ts'

/** A day that the network holds for companies: whose it is, when, where and what for. */
export const events = pgTable(
  'events',
  {
    id: id<EventId>('id').primaryKey(),
    orgId: id<OrganisationId>('org_id')
      .notNull()
      .references(() => organisations.id),
    ownerId: id<UserId>('owner_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').$type<'open_day' | 'training' | 'permanent_table' | 'other'>().notNull(),
    title: text('title').notNull(),
    purpose: text('purpose').notNull(),
    place: text('place').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    calledOffAt: instant('called_off_at'),
    calledOffWhy: text('called_off_why').notNull().default(''),
    /** When it was first noted who came. */
    attendanceAt: instant('attendance_at'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('events_starts').on(t.startsAt), index('events_owner').on(t.ownerId)],
)

/**
 * A company invited to an event. Not unique by company: two that were invited may turn out to be one firm, and then both
 * invitations are its own.
 */
export const eventInvitations = pgTable(
  'event_invitations',
  {
    id: id<InvitationId>('id').primaryKey(),
    eventId: id<EventId>('event_id')
      .notNull()
      .references(() => events.id),
    companyId: id<CompanyId>('company_id')
      .notNull()
      .references(() => companies.id),
    /** Whom the mail goes to; null where nobody there reads our mail and somebody asks by voice. */
    contactId: id<ContactId>('contact_id').references(() => contacts.id),
    invitedBy: id<UserId>('invited_by').notNull(),
    invitedAt: instant('invited_at').notNull(),
    answer: text('answer').$type<'coming' | 'declined'>(),
    answeredAt: instant('answered_at'),
    /** The answer as a contact with the company. */
    answerInteractionId: id<string>('answer_interaction_id'),
    attendance: text('attendance').$type<'attended' | 'absent'>(),
    attendanceAt: instant('attendance_at'),
    /** The presence as a contact with the company. */
    attendanceInteractionId: id<string>('attendance_interaction_id'),
  },
  (t) => [index('event_invitations_event').on(t.eventId), index('event_invitations_company').on(t.companyId)],
)

/** An organisation of the network invited to an event. */
export const eventOrganisations = pgTable(
  'event_organisations',
  {
    id: id<string>('id').primaryKey(),
    eventId: id<EventId>('event_id')
      .notNull()
      .references(() => events.id),
    orgId: id<OrganisationId>('org_id')
      .notNull()
      .references(() => organisations.id),
    invitedBy: id<UserId>('invited_by').notNull(),
    invitedAt: instant('invited_at').notNull(),
    answer: text('answer').$type<'coming' | 'declined'>(),
    answeredBy: id<UserId>('answered_by'),
    answeredAt: instant('answered_at'),
    attendance: text('attendance').$type<'attended' | 'absent'>(),
  },
  (t) => [uniqueIndex('event_organisations_once').on(t.eventId, t.orgId)],
)

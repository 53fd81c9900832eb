import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type {
  CompanyId,
  ContactId,
  FollowUpId,
  OrganisationId,
  OutboxId,
  UserId,
} from '#app/domain/shared/ids.ts'
import { id, instant } from './columns.ts'

/** Something due, by rule or by hand: an automatic message or a task for a person. */
export const followUps = pgTable(
  'follow_ups',
  {
    id: id<FollowUpId>('id').primaryKey(),
    /** The rule that made it; null when made by hand. */
    ruleKey: text('rule_key'),
    subjectType: text('subject_type')
      .$type<'company' | 'opening' | 'card' | 'placement' | 'story' | 'event_invitation' | 'help_request'>()
      .notNull(),
    subjectId: id<string>('subject_id').notNull(),
    occurrence: integer('occurrence').notNull().default(1),
    companyId: id<CompanyId>('company_id').notNull(),
    kind: text('kind').$type<'message' | 'task'>().notNull(),
    /** Template of the message, or key of the task's title. */
    template: text('template').notNull(),
    title: text('title').notNull().default(''),
    state: text('state')
      .$type<'planned' | 'done' | 'cancelled' | 'skipped' | 'handed_on'>()
      .notNull()
      .default('planned'),
    dueAt: instant('due_at').notNull(),
    contactId: id<ContactId>('contact_id'),
    assigneeId: id<UserId>('assignee_id'),
    assigneeOrgId: id<OrganisationId>('assignee_org_id'),
    why: text('why').notNull().default(''),
    postponedReason: text('postponed_reason'),
    doneAt: instant('done_at'),
    doneBy: id<UserId>('done_by'),
    /** The text of a message for this once, in both languages, where a person has changed it. */
    ownTexts:
      jsonb('own_texts').$type<Record<'it' | 'en', { subject: string; body: string; action: string }>>(),
    /** Who changed it last, and when: a second one who changes it at the same time is told. */
    wordedBy: id<UserId>('worded_by'),
    wordedAt: instant('worded_at'),
    /** When a message became due and was handed to the outbox. */
    releasedAt: instant('released_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('follow_ups_once').on(t.ruleKey, t.subjectType, t.subjectId, t.occurrence),
    index('follow_ups_due').on(t.state, t.dueAt),
    index('follow_ups_assignee').on(t.assigneeId, t.state, t.dueAt),
    index('follow_ups_company').on(t.companyId),
    index('follow_ups_to_release')
      .on(t.dueAt)
      .where(sql`state = 'planned' and kind = 'message' and released_at is null`),
    /** What comes next with a company. */
    index('follow_ups_open')
      .on(t.companyId, t.dueAt)
      .where(sql`${t.state} = 'planned'`),
  ],
)

/** A mail and how far it got. No body and no address: both are read again from their ids when it is sent. */
export const mails = pgTable(
  'mails',
  {
    id: id<string>('id').primaryKey(),
    outboxId: id<OutboxId>('outbox_id').notNull(),
    template: text('template').notNull(),
    /** `security` mails are sent again after a doubt; `company` ones become a task. */
    class: text('class').$type<'security' | 'company' | 'staff'>().notNull(),
    contactId: id<ContactId>('contact_id'),
    userId: id<UserId>('user_id'),
    companyId: id<CompanyId>('company_id'),
    subjectType: text('subject_type').notNull(),
    subjectId: id<string>('subject_id'),
    followUpId: id<FollowUpId>('follow_up_id'),
    messageId: text('message_id').notNull(),
    state: text('state')
      .$type<'pending' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'cancelled'>()
      .notNull()
      .default('pending'),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: instant('lease_until'),
    failure: text('failure'),
    sentAt: instant('sent_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('mails_outbox').on(t.outboxId, t.template),
    uniqueIndex('mails_message').on(t.messageId),
    index('mails_contact').on(t.contactId, t.sentAt),
    index('mails_state').on(t.state, t.leaseUntil),
  ],
)

/** Where mail goes when no SMTP server is configured; shown at /dev/mailbox outside production. */
export const devMailbox = pgTable('dev_mailbox', {
  messageId: text('message_id').primaryKey(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  html: text('html').notNull(),
  text: text('text').notNull(),
  headers: text('headers').notNull(),
  at: instant('at').notNull(),
})

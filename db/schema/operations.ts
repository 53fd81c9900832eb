import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { OrganisationId, OutboxId, UserId } from '#app/domain/shared/ids.ts'
import { id, instant, transactionId } from './columns.ts'

/** Events that a command leaves in its own transaction: ids, a time and who caused them. */
export const outbox = pgTable(
  'outbox',
  {
    id: id<OutboxId>('id').primaryKey(),
    topic: text('topic').notNull(),
    payload: jsonb('payload').$type<Record<string, string>>().notNull(),
    actorId: id<UserId>('actor_id'),
    state: text('state').$type<'pending' | 'queued' | 'done' | 'dead'>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    availableAt: instant('available_at').notNull(),
    leaseUntil: instant('lease_until'),
    failure: text('failure'),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
    /** The transaction that wrote the event, and with it all that it tells of. */
    writtenBy: transactionId('written_by')
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (t) => [
    index('outbox_due').on(t.state, t.availableAt),
    index('outbox_leases')
      .on(t.leaseUntil)
      .where(sql`state = 'queued'`),
  ],
)

/** One row for each effect of an event: a handler that runs twice finds its row and stops. */
export const effects = pgTable(
  'effects',
  {
    outboxId: id<OutboxId>('outbox_id').notNull(),
    effect: text('effect').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.outboxId, t.effect] })],
)

/** Answers given to forms, replayed when the same form comes again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The actor's id or the client's cookie, so that nobody can replay another's answer. */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: integer('status').notNull(),
    location: text('location'),
    flash: text('flash'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index('idempotency_keys_at').on(t.at)],
)

/** Who did or read what, in the same transaction. Append-only; a trigger chains the rows of each organisation. */
export const auditLog = pgTable(
  'audit_log',
  {
    /** The nil UUID for what belongs to no organisation. */
    orgId: id<OrganisationId>('org_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    id: id<string>('id').notNull(),
    at: instant('at').notNull(),
    actorId: id<UserId>('actor_id'),
    actorRole: text('actor_role').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id'),
    result: text('result').$type<'ok' | 'denied'>().notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.seq] }),
    uniqueIndex('audit_log_id').on(t.id),
    index('audit_log_subject').on(t.subjectType, t.subjectId),
    // Entries come in the order of their days: a few pages of an index find one.
    index('audit_log_at').using('brin', t.at),
  ],
)

/** The worker's sign of life, read by /healthz. */
export const heartbeats = pgTable('heartbeats', {
  process: text('process').primaryKey(),
  at: instant('at').notNull(),
})

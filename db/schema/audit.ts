import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { OrganisationId } from '#app/domain/shared/ids.ts'
import { id, instant } from './columns.ts'

/** How a chain of audit entries can be found broken. */
export const chainFaults = [
  'changed',
  'missing',
  'unlinked',
  'tail_missing',
  'not_as_anchored',
  'anchors_gone',
  'ended_early',
] as const
export type ChainFault = (typeof chainFaults)[number]

/** One row: the name of this database among the anchors, when its heads were last anchored, what the last check found. */
export const auditState = pgTable(
  'audit_state',
  {
    only: boolean('only').primaryKey().default(true),
    /** Given by the first worker that anchors; a copy of the database keeps it, a new database gets another. */
    databaseId: id<string>('database_id'),
    anchoredAt: instant('anchored_at'),
    checkedAt: instant('checked_at'),
    entries: bigint('entries', { mode: 'number' }).notNull().default(0),
    organisations: integer('organisations').notNull().default(0),
    /** What the last check found, and where; null while every chain is whole. */
    fault: text('fault').$type<ChainFault>(),
    faultOrgId: id<OrganisationId>('fault_org_id'),
    faultSeq: bigint('fault_seq', { mode: 'number' }),
  },
  (t) => [check('audit_state_only', sql`${t.only}`)],
)

/**
 * Where the register of an organisation begins since its oldest entries have ended: the last of them, whose hash the next one
 * follows. A trigger lets it only go on to an entry that is old enough.
 */
export const auditCheckpoints = pgTable('audit_checkpoints', {
  orgId: id<OrganisationId>('org_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
  endedAt: instant('ended_at').notNull(),
})

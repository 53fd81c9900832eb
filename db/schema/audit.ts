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

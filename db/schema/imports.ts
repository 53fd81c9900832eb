import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { CompanyId, ImportId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { organisations, users } from './accounts.ts'
import { id, instant } from './columns.ts'

/** A contact as a file says it. `firm` is the place of its company in the import's list. */
export type ImportedRow = {
  /** Row of the file, as a spreadsheet numbers it. */
  line: number
  firm: number
  kind: 'call' | 'visit' | 'mail' | 'meeting' | 'event'
  outcome: 'positive' | 'neutral' | 'negative' | 'no_answer'
  minutes: number | null
  occurredOn: string
  note: string
  /** Tells this row from every other, also when the file comes again. */
  key: string
}

/** A company as a file names it, and which of the network's it is. */
export type ImportedFirm = {
  name: string
  vatId: string | null
  /** Recognised by itself, to be decided by a person, decided, or left out. */
  state: 'recognised' | 'open' | 'chosen' | 'skipped'
  companyId: CompanyId | null
}

/**
 * A file of contacts while it waits for somebody to say which companies it speaks of: gone with the last answer, or after a
 * week. The file itself is not kept.
 */
export const interactionImports = pgTable(
  'interaction_imports',
  {
    id: id<ImportId>('id').primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    orgId: id<OrganisationId>('org_id')
      .notNull()
      .references(() => organisations.id),
    fileName: text('file_name').notNull(),
    rows: jsonb('rows').$type<ImportedRow[]>().notNull(),
    firms: jsonb('firms').$type<ImportedFirm[]>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('interaction_imports_user').on(t.userId, t.createdAt)],
)

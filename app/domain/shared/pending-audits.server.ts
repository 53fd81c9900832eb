import { auditLog } from '#db/schema/operations.ts'

/** PostgreSQL takes 65,535 parameters in a statement; a seed leaves thousands of rows. */
const AT_ONCE = 1_000

export type AuditRow = typeof auditLog.$inferInsert

/** Of a transaction, what is needed here: `withActor` and its `Tx` stand above this file. */
type Writing = {
  insert: (table: typeof auditLog) => { values: (rows: AuditRow[]) => PromiseLike<unknown> }
  readonly audits: AuditRow[]
}

/**
 * Writes the audit rows that wait in a transaction, organisation by organisation in one order: two transactions that
 * join several chains can't each hold the head that the other wants.
 */
export async function writeAudits(tx: Writing): Promise<void> {
  const rows = tx.audits.splice(0).sort((a, b) => (a.orgId < b.orgId ? -1 : a.orgId > b.orgId ? 1 : 0))
  while (rows.length > 0) await tx.insert(auditLog).values(rows.splice(0, AT_ONCE))
}

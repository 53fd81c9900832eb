import { and, eq, lte, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { auditCheckpoints } from '#db/schema/audit.ts'
import { auditLog } from '#db/schema/operations.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { entriesKeptSince } from './kept-entries.ts'
import { audit } from './record.server.ts'

/** Of one organisation in one transaction. */
const AT_ONCE = 5_000

/** Organisations whose register has entries that have been kept long enough. */
export async function withOldEntries(tx: Tx): Promise<OrganisationId[]> {
  const since = entriesKeptSince(now()).toISOString()
  const rows = await tx.execute<{ org: OrganisationId }>(sql`
    select h.org_id as org from audit_heads h where (
      select l.at from audit_log l where l.org_id = h.org_id order by l.seq limit 1) < ${since}
    order by 1`)
  return rows.map(({ org }) => org)
}

/**
 * Ends the oldest entries of an organisation's register, and keeps the hash of the last one, from which the others are verified.
 * Only from the beginning on: an old entry behind a younger one waits for that.
 * @returns how many.
 */
export async function endEntries(tx: Tx, orgId: OrganisationId): Promise<number> {
  const at = now()
  const since = entriesKeptSince(at).toISOString()
  const [last] = await tx.execute<{ seq: string; hash: string }>(sql`
    with oldest as (select seq, at, hash from audit_log where org_id = ${orgId} order by seq limit ${AT_ONCE})
    select seq, hash from oldest
    where seq < coalesce((select min(seq) from oldest where at >= ${since}), 'infinity'::float8)
    order by seq desc limit 1`)
  if (!last) return 0
  const checkpoint = { seq: Number(last.seq), hash: last.hash, endedAt: at }
  await tx
    .insert(auditCheckpoints)
    .values({ orgId, ...checkpoint })
    .onConflictDoUpdate({ target: auditCheckpoints.orgId, set: checkpoint })
  const ended = await tx
    .delete(auditLog)
    .where(and(eq(auditLog.orgId, orgId), lte(auditLog.seq, checkpoint.seq)))
    .returning({ seq: auditLog.seq })
  await audit(tx, { action: 'audit.entries_ended', subjectType: 'audit', orgId })
  return ended.length
}

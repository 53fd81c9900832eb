import { eq, sql } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import type { Anchor } from '#app/platform/anchor-file.server.ts'
import { auditState } from '#db/schema/audit.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type Head = { orgId: string; seq: number; hash: string }

/** Where each chain ends, by organisation. */
export async function headsOfChains(tx: Tx): Promise<Head[]> {
  const rows = await tx.execute<{ org: string; seq: string; hash: string }>(
    sql`select org_id as org, seq, hash from audit_heads order by org_id`,
  )
  return rows.map(({ org, seq, hash }) => ({ orgId: org, seq: Number(seq), hash }))
}

/** The name of this database among the anchors, given the first time. */
async function databaseName(tx: Tx): Promise<string> {
  const [known] = await tx.select({ databaseId: auditState.databaseId }).from(auditState)
  if (known?.databaseId) return known.databaseId
  const [named] = await tx
    .update(auditState)
    .set({ databaseId: sql`coalesce(${auditState.databaseId}, ${newId()})` })
    .where(eq(auditState.only, true))
    .returning({ databaseId: auditState.databaseId })
  if (!named?.databaseId) throw new Error('audit_state has lost its row')
  return named.databaseId
}

/** The heads to be anchored now, in the name of this database. */
export async function headsToAnchor(tx: Tx): Promise<Anchor[]> {
  const databaseId = await databaseName(tx)
  const at = now().toISOString()
  return (await headsOfChains(tx)).map((head) => ({ at, databaseId, ...head }))
}

/** Notes that the heads stand outside of the database: from now on anchors that are gone are missed. */
export async function noteAnchored(tx: Tx): Promise<void> {
  await tx.update(auditState).set({ anchoredAt: now() }).where(eq(auditState.only, true))
}

import { eq } from 'drizzle-orm'
import { organisations } from '#db/schema/accounts.ts'
import { auditState, type ChainFault } from '#db/schema/audit.ts'
import { authorise } from '../access/authorise.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type AuditOverview = {
  entries: number
  organisations: number
  checkedAt: Date | null
  anchoredAt: Date | null
  /** Null while every chain is whole; the organisation's name where the chain is one's and not the network's. */
  broken: { kind: ChainFault; organisation: string | null; seq: number | null } | null
}

/** What administrators see of the audit: how much, whether it is whole, since when that is known. No entry. */
export async function auditOverview(tx: Tx): Promise<AuditOverview> {
  authorise(tx, 'accounts.manage')
  const [row] = await tx
    .select({ state: auditState, organisation: organisations.name })
    .from(auditState)
    .leftJoin(organisations, eq(organisations.id, auditState.faultOrgId))
  if (!row) throw new Error('audit_state has lost its row')
  const { entries, organisations: chains, checkedAt, anchoredAt, fault, faultSeq } = row.state
  const broken = fault && { kind: fault, organisation: row.organisation, seq: faultSeq }
  return { entries, organisations: chains, checkedAt, anchoredAt, broken }
}

/** Whether the last check found a chain broken; asked again before anybody is told. */
export async function isAuditBroken(tx: Tx): Promise<boolean> {
  const [state] = await tx.select({ fault: auditState.fault }).from(auditState)
  return (state?.fault ?? null) !== null
}

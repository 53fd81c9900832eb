import { newId, now } from '#app/platform/clock.server.ts'
import { roleOf, userIdOf } from '../shared/actor.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { AuditRow } from '../shared/pending-audits.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Owner of audit rows that belong to no organisation: sign-ins of companies, the network's own acts. */
export const NETWORK_ORG = '00000000-0000-0000-0000-000000000000' as OrganisationId

export type AuditEntry = {
  /** Verb and object, such as `candidate.read` or `opening.posted`. */
  action: string
  subjectType: string
  subjectId?: string | null
  result?: 'ok' | 'denied'
  /** The organisation whose chain the row joins; by default the actor's. */
  orgId?: OrganisationId
}

function rowOf({ actor }: Tx, entry: AuditEntry): AuditRow {
  return {
    orgId: entry.orgId ?? (actor.kind === 'staff' || actor.kind === 'candidate' ? actor.orgId : NETWORK_ORG),
    seq: 0,
    id: newId(),
    at: now(),
    actorId: userIdOf(actor),
    actorRole: roleOf(actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId ?? null,
    result: entry.result ?? 'ok',
    prevHash: '',
    hash: '',
  }
}

/**
 * Leaves one audit row to the caller's transaction, which writes it just before it commits: it is there if and only if
 * what it tells of is.
 */
export function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  tx.audits.push(rowOf(tx, entry))
  return Promise.resolve()
}

/** Leaves a row of what the caller refuses: it is there whether the transaction is kept or not. */
export function auditRefusal(tx: Tx, entry: Omit<AuditEntry, 'result'>): void {
  tx.refusals.push(rowOf(tx, { ...entry, result: 'denied' }))
}

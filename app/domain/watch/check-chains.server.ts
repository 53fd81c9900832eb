import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { readAnchors } from '#app/platform/anchor-file.server.ts'
import { users } from '#db/schema/accounts.ts'
import { auditState } from '#db/schema/audit.ts'
import { verifyChains, type Verdict } from '../audit/verify-chains.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

async function* none(): AsyncGenerator<never> {}

/**
 * Verifies every chain against its anchors and keeps what was found. Administrators get a mail when it is not what the
 * check before found.
 */
export async function checkChains(tx: Tx): Promise<Verdict> {
  const [state] = await tx.select().from(auditState)
  if (!state) throw new Error('audit_state has lost its row')
  const { databaseId, anchoredAt } = state
  const verdict = await verifyChains(tx, databaseId ? readAnchors(databaseId) : none(), anchoredAt !== null)
  const { entries, organisations, broken } = verdict
  const found = {
    fault: broken?.kind ?? null,
    faultOrgId: (broken?.orgId ?? null) as OrganisationId | null,
    faultSeq: broken?.seq ?? null,
  }
  await tx
    .update(auditState)
    .set({ checkedAt: now(), entries, organisations, ...found })
    .where(eq(auditState.only, true))
  const known =
    state.fault === found.fault && state.faultOrgId === found.faultOrgId && state.faultSeq === found.faultSeq
  if (broken && !known) await tellAdministrators(tx)
  return verdict
}

async function tellAdministrators(tx: Tx): Promise<void> {
  const administrators = await tx
    .select({ userId: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), eq(users.active, true)))
  for (const { userId } of administrators) await emit(tx, 'audit.broken', { userId })
}

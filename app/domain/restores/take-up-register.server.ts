import { eq } from 'drizzle-orm'
import { readAnchors, type Anchor } from '#app/platform/anchor-file.server.ts'
import { auditState } from '#db/schema/audit.ts'
import { headsOfChains } from '../audit/anchor-heads.server.ts'
import { audit, NETWORK_ORG } from '../audit/record.server.ts'
import { verifyChains, type Verdict } from '../audit/verify-chains.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Holds a register that was put back against the anchors up to where it ends, then gives its database another name, because
 * the anchors after that tell of a register that is lost. From here on it is anchored anew.
 * @returns the verdict, and how many entries are known to be lost.
 */
export async function takeUpRegister(tx: Tx): Promise<Verdict & { lost: number }> {
  const [state] = await tx.select().from(auditState)
  const ends = new Map<string, number>((await headsOfChains(tx)).map(({ orgId, seq }) => [orgId, seq]))
  const furthest = new Map<string, number>()
  async function* upToTheEnd(databaseId: string): AsyncGenerator<Anchor> {
    for await (const anchor of readAnchors(databaseId)) {
      const end = ends.get(anchor.orgId) ?? 0
      if (anchor.seq <= end) yield anchor
      else furthest.set(anchor.orgId, Math.max(furthest.get(anchor.orgId) ?? 0, anchor.seq - end))
    }
  }
  async function* none(): AsyncGenerator<never> {}
  const name = state?.databaseId
  const verdict = await verifyChains(tx, name ? upToTheEnd(name) : none(), false)
  await tx
    .update(auditState)
    .set({ databaseId: null, anchoredAt: null, checkedAt: null })
    .where(eq(auditState.only, true))
  await audit(tx, { action: 'database.restored', subjectType: 'database', orgId: NETWORK_ORG })
  return { ...verdict, lost: [...furthest.values()].reduce((sum, entries) => sum + entries, 0) }
}

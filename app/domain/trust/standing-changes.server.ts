import { and, inArray } from 'drizzle-orm'
import { stageChanges } from '#db/schema/trust.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { StandingChange } from './agreed-silence.ts'
import { standings, type Standing } from './standing.ts'

/** Every change of standing of these companies. Needs a transaction of staff, or of our own processes. */
export async function standingChanges(
  tx: Tx,
  companyIds: readonly CompanyId[],
): Promise<Map<CompanyId, StandingChange[]>> {
  const { id, companyId, at, cause, until } = stageChanges
  const rows = await tx
    .select({ id, companyId, at, cause, until })
    .from(stageChanges)
    .where(and(inArray(companyId, [...companyIds]), inArray(cause, [...standings])))
  const changesOf = new Map<CompanyId, StandingChange[]>()
  for (const { companyId: owner, cause: to, ...row } of rows) {
    const change = { ...row, to: to as Standing }
    const changes = changesOf.get(owner)
    if (changes) changes.push(change)
    else changesOf.set(owner, [change])
  }
  return changesOf
}

import { now } from '#app/platform/clock.server.ts'
import { matchProfiles } from '#db/schema/matching.ts'
import { localDate } from '../calendar/rome.ts'
import type { MatchOpening } from '../matching/types.ts'
import { DomainError } from '../shared/errors.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { compileOpening, dayNumber } from './compile/compile-opening.ts'
import { pointTables } from './compile/point-tables.ts'
import { forMatching } from './load-dictionaries.server.ts'
import { admittedRows, type AdmittedRow } from './postgres-sql/admitted.server.ts'

/**
 * Whom an opening admits of each organisation, best first and at most `limit` of each: one scan for every organisation
 * that has people in the engine, or for the one named.
 * @throws DomainError forbidden for anybody but our own processes.
 */
export async function bestPeople(
  tx: Tx,
  opening: MatchOpening,
  limit: number,
  only?: OrganisationId,
): Promise<AdmittedRow[]> {
  if (tx.actor.kind !== 'system') throw new DomainError('forbidden', 'forbidden')
  const today = localDate(now())
  return forMatching(tx, async (dictionaries) => {
    const compiled = compileOpening(opening, dictionaries, today)
    const tables = pointTables(compiled, dictionaries)
    const found = only
      ? [{ orgId: only }]
      : await tx.selectDistinct({ orgId: matchProfiles.orgId }).from(matchProfiles)
    const best: AdmittedRow[] = []
    for (const { orgId } of found)
      best.push(...(await admittedRows(tx, compiled, tables, dayNumber(today), { orgId }, limit)))
    return best
  })
}

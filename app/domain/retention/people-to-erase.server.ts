import { and, eq, sql, type SQL } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { answerUntil, eraseAfter } from './lengths.ts'
import { quietPeople, type QuietPerson } from './quiet-people.server.ts'

const AT_ONCE = 100

/** Those of whom nothing was heard for two years, and about whom somebody was asked in time. */
export const peopleToErase = (tx: Tx): Promise<QuietPerson[]> => toErase(tx, sql`true`)

/** Whether she is one of them still, held until the transaction ends: who is heard from meanwhile is not erased. */
export async function isToErase(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<boolean> {
  const hers = and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))
  await tx.select({ id: candidates.id }).from(candidates).where(hers).for('update')
  return (await toErase(tx, sql`c.org_id = ${orgId} and c.id = ${candidateId}`)).length > 0
}

const toErase = (tx: Tx, which: SQL): Promise<QuietPerson[]> => {
  const asked = sql`(select max(a.at) from audit_log a where a.subject_type = 'candidate' and a.subject_id = c.id::text
    and a.org_id = c.org_id and a.action = 'candidate.contact_asked' and a.at > heard.at)`
  const inTime = sql`${asked} < ${answerUntil(now()).toISOString()}`
  return quietPeople(tx, eraseAfter(now()), sql`${which} and ${inTime}`, AT_ONCE)
}

import { and, eq, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { askAfter } from './lengths.ts'
import { quietPeople, type QuietPerson } from './quiet-people.server.ts'

const SHOWN = 100

/** People of one's organisation who have been quiet for a year, the longest first. */
export async function ownQuietPeople(tx: Tx, orgId: OrganisationId): Promise<QuietPerson[]> {
  authorise(tx, 'candidate.read', { orgId })
  return quietPeople(tx, askAfter(now()), sql`c.org_id = ${orgId}`, SHOWN)
}

/**
 * Somebody was heard from: her data are kept for two years more.
 * @throws DomainError not_found for another organisation's person.
 */
export async function hearFromPerson(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<void> {
  authorise(tx, 'candidate.write', { orgId })
  const hers = and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))
  const [person] = await tx.select({ id: candidates.id }).from(candidates).where(hers).for('update')
  if (!person) notFound()
  await audit(tx, { action: 'candidate.heard_from', subjectType: 'candidate', subjectId: candidateId })
}

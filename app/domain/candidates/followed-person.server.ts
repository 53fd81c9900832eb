import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { can } from '../access/can.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * The code of a person whom the actor follows herself: who answers what a person asks of her data.
 * @throws DomainError not_found for another organisation's person, forbidden for a colleague's.
 */
export async function followedPerson(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<{ code: string }> {
  const [person] = await tx
    .select({ code: candidates.code, caseManagerId: candidates.caseManagerId })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  if (!person) notFound()
  if (!can(tx.actor, 'candidate.answer_for', { orgId, caseManagerId: person.caseManagerId }))
    throw new DomainError('forbidden', 'audit_not_hers')
  return { code: person.code }
}

import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The person who acts on her own pages. @throws DomainError not_found for anybody else. */
export function herself(tx: Tx): { orgId: OrganisationId; candidateId: CandidateId } {
  const { actor } = tx
  if (actor.kind !== 'candidate') notFound()
  const { orgId, candidateId } = actor
  authorise(tx, 'own_pages.use', { orgId, candidateId })
  return { orgId, candidateId }
}

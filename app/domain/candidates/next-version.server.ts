import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Takes the next version of a person's file, which holds whoever else saves it until this command has ended.
 * @throws DomainError not_found for another organisation's person, stale when the file was changed since `version`.
 */
export async function nextVersion(
  tx: Tx,
  orgId: OrganisationId,
  candidateId: CandidateId,
  version: number,
): Promise<void> {
  authorise(tx, 'candidate.write', { orgId })
  const hers = and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId))
  const taken = await tx
    .update(candidates)
    .set({ version: version + 1 })
    .where(and(hers, eq(candidates.version, version)))
    .returning({ id: candidates.id })
  if (taken.length > 0) return
  if ((await tx.$count(candidates, hers)) === 0) notFound()
  throw new DomainError('stale', 'desk_person_changed_meanwhile')
}

import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { authorise } from '../access/authorise.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** The code of a person of one's own organisation; nothing of her is opened. @throws DomainError not_found. */
export async function readCode(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<{ code: string }> {
  authorise(tx, 'candidate.read', { orgId })
  const [person] = await tx
    .select({ code: candidates.code })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  return person ?? notFound()
}

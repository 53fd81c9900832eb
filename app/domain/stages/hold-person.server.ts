import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/**
 * Has whoever writes down what she says wait until the commit, or waits for it: a withdrawal comes before a stage is
 * read, which then meets it, or after it.
 */
export async function holdPerson(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<void> {
  await tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
    .for('share')
}

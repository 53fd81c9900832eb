import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { personKey } from '../candidates/person-key.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** A person's background, opened with her key; null where none was written down. */
export async function backgroundOf(
  tx: Tx,
  person: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<string | null> {
  const [row] = await tx
    .select({ background: candidates.background })
    .from(candidates)
    .where(and(eq(candidates.orgId, person.orgId), eq(candidates.id, person.candidateId)))
  if (!row?.background) return null
  return (await personKey(tx, person)).open('background', row.background)
}

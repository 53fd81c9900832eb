import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import { audit } from '../audit/record.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { nextVersion } from './next-version.server.ts'
import { personKey } from './person-key.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/**
 * Keeps the notes on a person, sealed with her key; they never leave her organisation.
 * @throws DomainError not_found, stale.
 */
export async function saveNotes(
  tx: Tx,
  person: Person,
  input: { version: number; notes: string },
): Promise<void> {
  const { orgId, candidateId } = person
  await nextVersion(tx, orgId, candidateId, input.version)
  const key = await personKey(tx, person)
  await tx
    .update(candidates)
    .set({ notes: input.notes === '' ? null : key.seal('notes', input.notes) })
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  await audit(tx, { action: 'candidate.notes_saved', subjectType: 'candidate', subjectId: candidateId })
}

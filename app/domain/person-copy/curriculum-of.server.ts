import { and, eq } from 'drizzle-orm'
import { candidateFiles } from '#db/schema/files.ts'
import { personKey } from '../candidates/person-key.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type Curriculum = {
  type: 'pdf' | 'jpeg'
  addedAt: Date
  size: number
  /** The file itself, in base64. */
  content: string
}

/** A person's curriculum, opened with her key; null where there is none. */
export async function curriculumOf(
  tx: Tx,
  person: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<Curriculum | null> {
  const [row] = await tx
    .select()
    .from(candidateFiles)
    .where(and(eq(candidateFiles.orgId, person.orgId), eq(candidateFiles.candidateId, person.candidateId)))
  if (!row) return null
  const { id, type, addedAt, size } = row
  const content = (await personKey(tx, person)).openFile(id, row.content).toString('base64')
  return { type, addedAt, size, content }
}

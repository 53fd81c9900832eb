import { and, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidateFiles } from '#db/schema/files.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { personKey } from '../candidates/person-key.server.ts'
import { readCode } from '../candidates/read-code.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CheckedFile } from './check-file.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

const hers = ({ orgId, candidateId }: Person) =>
  and(eq(candidateFiles.orgId, orgId), eq(candidateFiles.candidateId, candidateId))

const noted = (tx: Tx, action: string, { candidateId }: Person) =>
  audit(tx, { action, subjectType: 'candidate', subjectId: candidateId })

/** Keeps a person's curriculum, sealed with her key, in the place of the one before. @throws DomainError not_found. */
export async function putCv(tx: Tx, person: Person, { type, content }: CheckedFile): Promise<void> {
  authorise(tx, 'candidate.write', person)
  const addedBy = userIdOf(tx.actor)
  if (!addedBy) throw new DomainError('forbidden', 'forbidden')
  const key = await personKey(tx, person)
  const id = newId<string>()
  const columns = {
    id,
    type,
    content: key.sealFile(id, content),
    size: content.length,
    addedBy,
    addedAt: now(),
  }
  await tx
    .insert(candidateFiles)
    .values({ ...person, ...columns })
    .onConflictDoUpdate({ target: [candidateFiles.orgId, candidateFiles.candidateId], set: columns })
  await noted(tx, 'candidate.cv_added', person)
}

/** Since when there is a curriculum of hers, and how large it is; null where there is none. Nothing of it is opened. */
export async function cvOf(
  tx: Tx,
  person: Person,
): Promise<{ type: 'pdf' | 'jpeg'; size: number; addedAt: Date } | null> {
  authorise(tx, 'candidate.read', person)
  const [row] = await tx
    .select({ type: candidateFiles.type, size: candidateFiles.size, addedAt: candidateFiles.addedAt })
    .from(candidateFiles)
    .where(hers(person))
  return row ?? null
}

/** Opens a person's curriculum; that is written down. @throws DomainError not_found. */
export async function openCv(tx: Tx, person: Person): Promise<{ type: 'pdf' | 'jpeg'; content: Buffer }> {
  authorise(tx, 'candidate.read', person)
  const [row] = await tx.select().from(candidateFiles).where(hers(person))
  if (!row) notFound()
  const key = await personKey(tx, person)
  await noted(tx, 'candidate.cv_read', person)
  return { type: row.type, content: key.openFile(row.id, row.content) }
}

/** Removes a person's curriculum, where there is one. @throws DomainError not_found for another organisation's person. */
export async function removeCv(tx: Tx, person: Person): Promise<void> {
  authorise(tx, 'candidate.write', person)
  await readCode(tx, person)
  const gone = await tx.delete(candidateFiles).where(hers(person)).returning({ id: candidateFiles.id })
  if (gone.length > 0) await noted(tx, 'candidate.cv_removed', person)
}

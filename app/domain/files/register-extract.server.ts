import { and, desc, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { companyFiles } from '#db/schema/files.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { CheckedFile } from './check-file.server.ts'

/** Of one company: the last extracts, each of which somebody decided on. */
const MOST_EXTRACTS = 5

export type Extract = { id: string; type: 'pdf' | 'jpeg'; size: number; addedAt: Date; by: string }

/** The register extracts of a company, the latest first, for who verifies it. */
export async function extractsOf(tx: Tx, companyId: CompanyId): Promise<Extract[]> {
  authorise(tx, 'company.verify')
  return tx
    .select({
      ...{ id: companyFiles.id, type: companyFiles.type, size: companyFiles.size },
      ...{ addedAt: companyFiles.addedAt, by: users.name },
    })
    .from(companyFiles)
    .innerJoin(users, eq(users.id, companyFiles.addedBy))
    .where(eq(companyFiles.companyId, companyId))
    .orderBy(desc(companyFiles.addedAt))
}

/** @throws DomainError not_found, conflict when there are enough of them: one is removed first. */
export async function addExtract(
  tx: Tx,
  companyId: CompanyId,
  { type, content }: CheckedFile,
): Promise<void> {
  authorise(tx, 'company.verify')
  const addedBy = userIdOf(tx.actor)
  if (!addedBy) throw new DomainError('forbidden', 'forbidden')
  const [company] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, companyId))
    .for('update')
  if (!company) notFound()
  if ((await tx.$count(companyFiles, eq(companyFiles.companyId, companyId))) >= MOST_EXTRACTS)
    throw new DomainError('conflict', 'files_too_many', 'file')
  const id = newId<string>()
  await tx
    .insert(companyFiles)
    .values({ id, companyId, type, content, size: content.length, addedBy, addedAt: now() })
  await audit(tx, { action: 'company.extract_added', subjectType: 'company', subjectId: companyId })
}

/** @throws DomainError not_found. */
export async function openExtract(
  tx: Tx,
  companyId: CompanyId,
  id: string,
): Promise<{ type: 'pdf' | 'jpeg'; content: Buffer }> {
  authorise(tx, 'company.verify')
  const [row] = await tx
    .select({ type: companyFiles.type, content: companyFiles.content })
    .from(companyFiles)
    .where(and(eq(companyFiles.companyId, companyId), eq(companyFiles.id, id)))
  return row ?? notFound()
}

/** @throws DomainError not_found. */
export async function removeExtract(tx: Tx, companyId: CompanyId, id: string): Promise<void> {
  authorise(tx, 'company.verify')
  const gone = await tx
    .delete(companyFiles)
    .where(and(eq(companyFiles.companyId, companyId), eq(companyFiles.id, id)))
    .returning({ id: companyFiles.id })
  if (gone.length === 0) notFound()
  await audit(tx, { action: 'company.extract_removed', subjectType: 'company', subjectId: companyId })
}

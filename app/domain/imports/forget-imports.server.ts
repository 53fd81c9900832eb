import { eq, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { interactionImports } from '#db/schema/imports.ts'
import { audit } from '../audit/record.server.ts'
import { WEEK } from '../shared/durations.ts'
import type { ImportId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockImport } from './lock-import.server.ts'

/** Throws an import away before it was confirmed. @throws DomainError not_found for one that is over. */
export async function discardImport(tx: Tx, importId: ImportId): Promise<void> {
  await lockImport(tx, importId)
  await tx.delete(interactionImports).where(eq(interactionImports.id, importId))
  await audit(tx, { action: 'import.discarded', subjectType: 'import', subjectId: importId })
}

/** Removes what nobody has confirmed within a week. */
export async function forgetOldImports(tx: Tx): Promise<void> {
  await tx.delete(interactionImports).where(lt(interactionImports.createdAt, new Date(+now() - WEEK)))
}

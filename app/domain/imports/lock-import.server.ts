import { and, eq } from 'drizzle-orm'
import { interactionImports } from '#db/schema/imports.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { notFound } from '../shared/errors.ts'
import type { ImportId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type ImportRow = typeof interactionImports.$inferSelect

/** An import of whoever acts, locked until the command ends. @throws DomainError not_found for one that is over or another's. */
export async function lockImport(tx: Tx, importId: ImportId): Promise<ImportRow> {
  const { userId } = actingStaff(tx, 'company.relate')
  const [row] = await tx
    .select()
    .from(interactionImports)
    .where(and(eq(interactionImports.id, importId), eq(interactionImports.userId, userId)))
    .for('update')
  return row ?? notFound()
}

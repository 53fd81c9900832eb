import { and, eq, isNull } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { interactionImports } from '#db/schema/imports.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CompanyId, ImportId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { lockImport } from './lock-import.server.ts'

export type FirmSettled = { firm: number; companyId: CompanyId | null }

/**
 * Says which company a file means, or with null that its rows are left out. It may be said again until the import is
 * confirmed.
 * @throws DomainError not_found for an import or a place in it that is not there, invalid for an unknown company.
 */
export async function settleFirm(
  tx: Tx,
  importId: ImportId,
  { firm, companyId }: FirmSettled,
): Promise<void> {
  const { firms } = await lockImport(tx, importId)
  const named = firms[firm] ?? notFound()
  if (companyId) {
    const known = await tx.$count(companies, and(eq(companies.id, companyId), isNull(companies.mergedInto)))
    if (known === 0) throw new DomainError('invalid', 'imports_company_unknown', 'companyId')
  }
  const settled = { ...named, companyId, state: companyId ? ('chosen' as const) : ('skipped' as const) }
  await tx
    .update(interactionImports)
    .set({ firms: firms.with(firm, settled) })
    .where(eq(interactionImports.id, importId))
}

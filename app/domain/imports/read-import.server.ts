import { and, desc, eq, inArray } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { interactionImports, type ImportedFirm, type ImportedRow } from '#db/schema/imports.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { findCompanies } from '../companies/find-companies.server.ts'
import { similarCompanies } from '../companies/similar-companies.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId, ImportId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { knownKeys } from './known-keys.server.ts'

export type Firm = ImportedFirm & { company: string | null; rows: ImportedRow[] }
/** `known` of its rows came in an earlier file, `fresh` would be added by confirming now. */
export type Import = { fileName: string; firms: Firm[]; total: number; known: number; fresh: number }

/** A file that waits: whose companies they are, and how many of its contacts came in an earlier one. */
export async function readImport(tx: Tx, importId: ImportId): Promise<Import> {
  const { userId } = actingStaff(tx, 'company.relate')
  const [found] = await tx
    .select()
    .from(interactionImports)
    .where(and(eq(interactionImports.id, importId), eq(interactionImports.userId, userId)))
  const { fileName, firms, rows } = found ?? notFound()
  const ids = firms.flatMap(({ companyId }) => companyId ?? [])
  const named = await tx
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(inArray(companies.id, ids))
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const known = await knownKeys(
    tx,
    rows.map(({ key }) => key),
  )
  const counts = (row: ImportedRow) => !known.has(row.key) && firms[row.firm]?.state !== 'skipped'
  return {
    ...{ fileName, total: rows.length, known: known.size, fresh: rows.filter(counts).length },
    firms: firms.map((firm, at) => ({
      ...firm,
      company: firm.companyId && (names.get(firm.companyId) ?? null),
      rows: rows.filter((row) => row.firm === at),
    })),
  }
}

/** The files of whoever acts that wait for her, the latest first. */
export async function myImports(tx: Tx) {
  const { userId } = actingStaff(tx, 'company.relate')
  const { id, fileName, createdAt } = interactionImports
  return tx
    .select({ id, fileName, createdAt })
    .from(interactionImports)
    .where(eq(interactionImports.userId, userId))
    .orderBy(desc(createdAt))
    .limit(20)
}

const MOST = 10

export type Offered = { id: CompanyId; name: string; vatId: string; placeCode: string }

/** Companies that a file may mean by a name: what was searched for, or else those that are called much like it. */
export async function companiesLike(tx: Tx, name: string, search: string): Promise<Offered[]> {
  if (search.trim() !== '') return findCompanies(tx, search)
  const similar = await similarCompanies(tx, { name, placeCode: '', website: null, emails: [] })
  const found = [...similar, ...(await findCompanies(tx, name))]
  const unique = [...new Map(found.map((company) => [company.id, company])).values()]
  return unique.slice(0, MOST).map(({ id, name, vatId, placeCode }) => ({ id, name, vatId, placeCode }))
}

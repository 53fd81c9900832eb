import { inArray, isNull } from 'drizzle-orm'
import type { ImportedFirm } from '#db/schema/imports.ts'
import { companies } from '#db/schema/companies.ts'
import { nameKey } from '../companies/name-key.ts'
import { survivorOf } from '../companies/survivor.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Firm = Pick<ImportedFirm, 'name' | 'vatId'>

/** The companies of some partite IVA, those that were merged by the one that they went into. */
async function byVatId(tx: Tx, vatIds: readonly string[]): Promise<Map<string, CompanyId>> {
  if (vatIds.length === 0) return new Map()
  const { id, vatId } = companies
  const rows = await tx
    .select({ id, vatId })
    .from(companies)
    .where(inArray(vatId, [...vatIds]))
  const found = new Map<string, CompanyId>()
  for (const row of rows) found.set(row.vatId, await survivorOf(tx, row.id))
  return found
}

/** The companies whose name says the same, legal form, accents and little words aside; several are nobody's. */
async function byName(tx: Tx, names: readonly string[]): Promise<Map<string, CompanyId | null>> {
  if (names.length === 0) return new Map()
  const wanted = new Set(names.map(nameKey))
  const { id, name } = companies
  const rows = await tx.select({ id, name }).from(companies).where(isNull(companies.mergedInto))
  const found = new Map<string, CompanyId | null>()
  for (const row of rows) {
    const key = nameKey(row.name)
    if (wanted.has(key)) found.set(key, found.has(key) ? null : row.id)
  }
  return found
}

/**
 * Which of the network's companies a file speaks of: by its partita IVA where it has one, and then by nothing else; by its
 * name where one company alone is called so. The others are for a person to decide.
 */
export async function recogniseFirms(tx: Tx, firms: readonly Firm[]): Promise<ImportedFirm[]> {
  const numbered = firms.flatMap(({ vatId }) => vatId ?? [])
  const known = await byVatId(tx, numbered)
  const named = await byName(
    tx,
    firms.filter(({ vatId }) => vatId === null).map(({ name }) => name),
  )
  return firms.map(({ name, vatId }) => {
    const companyId = (vatId ? known.get(vatId) : named.get(nameKey(name))) ?? null
    return { name, vatId, companyId, state: companyId ? 'recognised' : 'open' }
  })
}

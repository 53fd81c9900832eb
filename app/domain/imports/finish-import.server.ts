import { eq, sql } from 'drizzle-orm'
import { interactionImports, type ImportedRow } from '#db/schema/imports.ts'
import { audit } from '../audit/record.server.ts'
import { logInteraction } from '../companies/log-interaction.server.ts'
import { survivorOf } from '../companies/survivor.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, ImportId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { knownKeys } from './known-keys.server.ts'
import { lockImport, type ImportRow } from './lock-import.server.ts'

/** How many contacts were added, were there from an earlier time, and were left out. */
export type Finished = { added: number; known: number; skipped: number }

type Ready = { companyId: CompanyId; row: ImportedRow }

/** The rows with the company of each, in an order that two imports at once share: they wait for each other, not crosswise. */
async function readyRows(tx: Tx, { rows, firms }: ImportRow): Promise<Ready[]> {
  const chosen = new Map<number, CompanyId>()
  for (const [firm, { companyId }] of firms.entries())
    // Somebody may have merged it since it was chosen.
    if (companyId) chosen.set(firm, await survivorOf(tx, companyId))
  return rows
    .flatMap((row) => {
      const companyId = chosen.get(row.firm)
      return companyId ? [{ companyId, row }] : []
    })
    .toSorted(
      (a, b) =>
        a.companyId.localeCompare(b.companyId) ||
        a.row.occurredOn.localeCompare(b.row.occurredOn) ||
        a.row.line - b.row.line,
    )
}

/**
 * Logs every contact of an import as if it were logged by hand on its day, all of them or none; a row that came in an
 * earlier file adds nothing. What the file said is then gone from here.
 * @throws DomainError not_found for an import that is over, conflict while a company is not decided.
 */
export async function finishImport(tx: Tx, importId: ImportId): Promise<Finished> {
  const waiting = await lockImport(tx, importId)
  if (waiting.firms.some(({ state }) => state === 'open'))
    throw new DomainError('conflict', 'imports_firms_open')
  // The same file confirmed twice at this moment: the second one finds the first one's rows.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${waiting.userId}`}, 0))`)
  const ready = await readyRows(tx, waiting)
  const known = await knownKeys(
    tx,
    ready.map(({ row }) => row.key),
  )
  const fresh = ready.filter(({ row }) => !known.has(row.key))
  for (const { companyId, row } of fresh) {
    const { kind, outcome, minutes, occurredOn, note, key: importKey } = row
    const contact = { kind, outcome, minutes: minutes ?? undefined, occurredOn, note }
    await logInteraction(tx, companyId, { ...contact, importKey })
  }
  await tx.delete(interactionImports).where(eq(interactionImports.id, importId))
  await audit(tx, { action: 'import.finished', subjectType: 'import', subjectId: importId })
  return {
    added: fresh.length,
    known: ready.length - fresh.length,
    skipped: waiting.rows.length - ready.length,
  }
}
